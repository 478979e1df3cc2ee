/**
 * The figures of lines and desks (B11), counted from the events of calls and from nothing else, so
 * that console, app and any report say the same. Pure; touches the JDK and this module only.
 */
@NullMarked
package io.permanence.model.figure;

import org.jspecify.annotations.NullMarked;
