/**
 * The one runnable jar: all modules in one process, or one by name; and the commands an operator
 * runs once, such as bringing the database to this version's schema.
 */
@NullMarked
package io.permanence.app;

import org.jspecify.annotations.NullMarked;
