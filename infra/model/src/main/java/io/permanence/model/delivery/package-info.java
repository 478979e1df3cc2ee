/**
 * Telling the customer: what there is to tell, whom, over which channel, and one delivery of it
 * (C1, C2).
 */
@NullMarked
package io.permanence.model.delivery;

import org.jspecify.annotations.NullMarked;
