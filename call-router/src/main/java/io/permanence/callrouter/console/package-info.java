/**
 * HTTP and WebSocket for secretaries and supervisors, as {@code openapi/console.yaml} says: {@link
 * io.permanence.callrouter.console.ConsoleServer} puts the subjects together.
 */
@NullMarked
package io.permanence.callrouter.console;

import org.jspecify.annotations.NullMarked;
