/** The manager interface against a stand-in on a real socket. */
@NullMarked
package io.permanence.callrouter.ami;

import org.jspecify.annotations.NullMarked;
