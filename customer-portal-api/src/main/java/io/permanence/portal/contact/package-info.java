/** The address book with its VIP and blocked marks (D6). */
@NullMarked
package io.permanence.portal.contact;

import org.jspecify.annotations.NullMarked;
