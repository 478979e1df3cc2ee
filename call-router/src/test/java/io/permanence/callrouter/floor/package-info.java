/** The desk with a real Asterisk, real telephones and a real database. */
@NullMarked
package io.permanence.callrouter.floor;

import org.jspecify.annotations.NullMarked;
