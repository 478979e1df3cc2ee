/** Notes: what a secretary writes down for a customer. Written by the router only. */
@NullMarked
package io.permanence.store.note;

import org.jspecify.annotations.NullMarked;
