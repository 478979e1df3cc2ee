/**
 * What callers said to the machine (A12, A13): the recording, the note that tells the customer of
 * it, and how long it is kept (H9). The note bears the call's own id, so that there is one however
 * often a recording is imported.
 */
@NullMarked
package io.permanence.store.voicemail;

import org.jspecify.annotations.NullMarked;
