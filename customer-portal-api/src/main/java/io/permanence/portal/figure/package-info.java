/**
 * The figures of the customer's own lines (B11): counted from the journal's events by the same
 * rules as the company's wallboard, read only.
 */
@NullMarked
package io.permanence.portal.figure;

import org.jspecify.annotations.NullMarked;
