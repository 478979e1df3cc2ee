/**
 * Google's habits that its services share: the form of errors, and messages checked field by field
 * against the published schema.
 */
@NullMarked
package io.permanence.testing.standin.google;

import org.jspecify.annotations.NullMarked;
