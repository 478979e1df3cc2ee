/**
 * The telephones of secretaries: their credentials, the file Asterisk reads, and the way of the
 * browser's SIP through the console's origin.
 */
@NullMarked
package io.permanence.callrouter.console.telephone;

import org.jspecify.annotations.NullMarked;
