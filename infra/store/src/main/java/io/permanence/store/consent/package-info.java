/**
 * The consent register (H1): which text a person agreed to, when and how, and when they took it
 * back. Rows are never changed but for the withdrawal, never deleted before their time.
 */
@NullMarked
package io.permanence.store.consent;

import org.jspecify.annotations.NullMarked;
