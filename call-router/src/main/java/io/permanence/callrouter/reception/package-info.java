/**
 * Puts the router's own half together: lines in memory, journal, sounds, the AGI endpoint, the
 * spool. Starts and stops them in order; decides nothing.
 */
@NullMarked
package io.permanence.callrouter.reception;

import org.jspecify.annotations.NullMarked;
