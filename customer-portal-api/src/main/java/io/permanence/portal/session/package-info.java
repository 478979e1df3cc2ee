/** Signing in and out, the account's language and password (D1). */
@NullMarked
package io.permanence.portal.session;

import org.jspecify.annotations.NullMarked;
