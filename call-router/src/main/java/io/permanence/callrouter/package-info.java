/**
 * Asterisk in, decision out, the desk, the secretaries' console. This package shows how the module
 * starts and what it needs; {@code routing} and {@code desk} decide, {@code agi} and {@code ami}
 * talk with Asterisk, {@code journal} and {@code floor} connect, {@code console} serves people.
 */
@NullMarked
package io.permanence.callrouter;

import org.jspecify.annotations.NullMarked;
