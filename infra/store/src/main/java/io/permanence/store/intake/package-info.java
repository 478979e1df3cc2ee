/** A customer's intake script: {@code intake_script}, the portal's; read for the card. */
@NullMarked
package io.permanence.store.intake;

import org.jspecify.annotations.NullMarked;
