/**
 * What a contract promises, for the test clients that hold a server to it. Reads the class path
 * only.
 */
@NullMarked
package io.permanence.testing.contract;

import org.jspecify.annotations.NullMarked;
