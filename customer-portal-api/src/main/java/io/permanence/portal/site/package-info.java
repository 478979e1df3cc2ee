/** The portal's routes put together: the API, the way back from Google, the app's files. */
@NullMarked
package io.permanence.portal.site;

import org.jspecify.annotations.NullMarked;
