/** The customer as the portal shows it: the profile, its people, its lines by name. */
@NullMarked
package io.permanence.store.customer;

import org.jspecify.annotations.NullMarked;
