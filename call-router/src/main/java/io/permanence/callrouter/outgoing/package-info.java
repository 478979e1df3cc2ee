/**
 * What leaves through the trunk and what it uses up (A14): the day's legs of every customer in
 * memory, each reserved before it is dialled and settled when Asterisk says that it is over;
 * written to the store behind memory's back and read from it after a restart. Knows Asterisk's
 * events and the store; decides nothing about callers.
 */
@NullMarked
package io.permanence.callrouter.outgoing;

import org.jspecify.annotations.NullMarked;
