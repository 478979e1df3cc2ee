/**
 * The floor where secretaries work: {@link io.permanence.callrouter.floor.Desk} connects the desk's
 * rules with Asterisk, the consoles and the journal. It lives on one event loop and keeps its state
 * in memory; after a restart it is rebuilt from Asterisk's channels (their bridges and variables)
 * and the journal. Consoles are told through {@link io.permanence.callrouter.floor.Consoles};
 * nothing here knows HTTP or SQL.
 */
@NullMarked
package io.permanence.callrouter.floor;

import org.jspecify.annotations.NullMarked;
