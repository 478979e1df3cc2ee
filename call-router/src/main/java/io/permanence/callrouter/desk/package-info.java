/**
 * The desk, as pure rules: who is offered which call ({@link
 * io.permanence.callrouter.desk.DeskPolicy}), what state a secretary is in ({@link
 * io.permanence.callrouter.desk.SecretaryState}), and what may happen to one call while it is at
 * the desk ({@link io.permanence.callrouter.desk.CallControl}). Nothing here does anything: what is
 * to be done comes back as data. May touch the JDK and {@code infra/model} only; the time is always
 * an argument.
 */
@NullMarked
package io.permanence.callrouter.desk;

import org.jspecify.annotations.NullMarked;
