/**
 * Asterisk tells and obeys, over its manager interface. {@link io.permanence.callrouter.ami.Ami} is
 * the one adapter around Asterisk-Java: events are copied ({@link
 * io.permanence.callrouter.ami.AmiEvents}, pure) and handed to one event loop, commands are data
 * ({@link io.permanence.callrouter.ami.AmiCommand}) whose texts pass one gate. {@link
 * io.permanence.callrouter.ami.Channels} is the picture of Asterisk made from the events; {@link
 * io.permanence.callrouter.ami.Switchboard} moves channels about and knows the races. Nobody else
 * sees {@code org.asteriskjava.manager}.
 */
@NullMarked
package io.permanence.callrouter.ami;

import org.jspecify.annotations.NullMarked;
