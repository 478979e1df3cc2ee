/**
 * Carries the synchronisation out: load, plan, apply, with the consent checked in the transaction
 * of every write and before every request to Google (E6). Takes the customers' requests, keeps
 * links up to date, each purpose by itself, and ends what was withdrawn.
 */
@NullMarked
package io.permanence.sync.run;

import org.jspecify.annotations.NullMarked;
