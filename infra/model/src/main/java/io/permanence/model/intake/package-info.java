/**
 * What a customer wants callers to be asked (B6): typed questions, some required, some asked only
 * after a certain answer; and whether answers fit them. Pure.
 */
@NullMarked
package io.permanence.model.intake;

import org.jspecify.annotations.NullMarked;
