/**
 * "What would happen if …?" (A11): a call that nobody made, and last week's calls under a draft,
 * both decided by the function that answers the telephone. Nothing here writes.
 */
@NullMarked
package io.permanence.portal.preview;

import org.jspecify.annotations.NullMarked;
