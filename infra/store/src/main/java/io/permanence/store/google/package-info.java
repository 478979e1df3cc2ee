/**
 * The Google links of a customer, one a purpose (E1): what the customer asked for ({@code
 * google_request}), each link with its sealed token ({@code google_link}), the mirror of the
 * contacts ({@code google_contact}), the busy times of the calendar ({@code google_busy}) and the
 * record of each run ({@code sync_run}). The portal appends requests; sync does everything else.
 * Every write made because of a consent checks that consent in its own transaction (E6).
 */
@NullMarked
package io.permanence.store.google;

import org.jspecify.annotations.NullMarked;
