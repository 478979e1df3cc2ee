/**
 * Asterisk asks, over FastAGI: what becomes of this call, of this step of the ladder, of this
 * caller who waits? The only package that knows Asterisk-Java's {@code fastagi}; decides nothing.
 *
 * <p>Found out about Asterisk-Java 3.42 and dealt with here: it reads lines and requests of any
 * length; keeps the last of two equal keys; takes the end of the connection for the end of the
 * request, so that half a request runs a script; makes an array as long as the greatest argument
 * number it is given; sends an own variable after every script; and writes a channel's name, which
 * may be anybody's text, into its log when a script throws.
 */
@NullMarked
package io.permanence.callrouter.agi;

import org.jspecify.annotations.NullMarked;
