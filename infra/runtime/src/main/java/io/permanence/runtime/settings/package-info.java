/**
 * Settings: environment variables over one file, read once at start, every mistake named at once.
 */
@NullMarked
package io.permanence.runtime.settings;

import org.jspecify.annotations.NullMarked;
