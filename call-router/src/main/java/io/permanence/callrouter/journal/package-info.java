/**
 * Where a call is decided and remembered. {@link io.permanence.callrouter.journal.Routing} loads,
 * decides and acts; {@link io.permanence.callrouter.journal.Snapshots} keeps every line in memory,
 * so that a decision needs no database; {@link io.permanence.callrouter.journal.CallJournal} writes
 * what happened, in order, when the database is there. Touches the store and nothing of Asterisk.
 */
@NullMarked
package io.permanence.callrouter.journal;

import org.jspecify.annotations.NullMarked;
