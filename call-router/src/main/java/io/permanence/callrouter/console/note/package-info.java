/** Taking notes (B6): drafts, sending, and what a note must have. */
@NullMarked
package io.permanence.callrouter.console.note;

import org.jspecify.annotations.NullMarked;
