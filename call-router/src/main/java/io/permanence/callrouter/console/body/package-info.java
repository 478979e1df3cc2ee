/**
 * Reading what the browser sent: bodies, ids, and who may send what. Every refusal names the field
 * and the rule; touches no subject.
 */
@NullMarked
package io.permanence.callrouter.console.body;

import org.jspecify.annotations.NullMarked;
