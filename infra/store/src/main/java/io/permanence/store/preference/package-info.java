/** By which channel and for which urgency a person wants to hear of notes, and when not (C1). */
@NullMarked
package io.permanence.store.preference;

import org.jspecify.annotations.NullMarked;
