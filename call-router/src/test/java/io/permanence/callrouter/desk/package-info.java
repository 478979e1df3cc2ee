/** The desk's rules, told as tables and properties. */
@NullMarked
package io.permanence.callrouter.desk;

import org.jspecify.annotations.NullMarked;
