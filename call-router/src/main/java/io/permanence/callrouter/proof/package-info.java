/**
 * Calls a forwarding number and speaks the code that proves it (A14). The portal writes that a code
 * is to be spoken; one node takes it, asks the toll fence, and has Asterisk dial and speak.
 */
@NullMarked
package io.permanence.callrouter.proof;

import org.jspecify.annotations.NullMarked;
