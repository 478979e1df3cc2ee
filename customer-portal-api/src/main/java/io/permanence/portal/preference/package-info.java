/** By which channel and when somebody is told of notes (C1). */
@NullMarked
package io.permanence.portal.preference;

import org.jspecify.annotations.NullMarked;
