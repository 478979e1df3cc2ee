/**
 * The only place that knows SQL and Hibernate. One package per subject; records go in and come out,
 * no session and no entity leaves.
 *
 * <p>Every transaction runs as one {@link io.permanence.store.Module} and, unless it reads a
 * directory or one of the listed cross-customer functions, for one customer: PostgreSQL's row-level
 * security shows it nothing else, and the grants of the module's role let it write only its own
 * tables:
 *
 * <table>
 *   <caption>Who writes what</caption>
 *   <tr><td>identity</td><td>directory_account, directory_session, directory_sign_in_failure</td></tr>
 *   <tr><td>portal</td><td>customer, person, line, forwarding_number, instruction, ladder_step,
 *       ladder_also, contact, contact_number, mirror_mark, note_state, notification_preference,
 *       device, consent, consent_text, team, secretary, number_proof, outgoing_cap, intake_script;
 *       deletes note, delivery, voicemail (D3); appends google_request</td></tr>
 *   <tr><td>router</td><td>call, call_event, unrouted_call, note, task, voicemail, secretary_state,
 *       telephone, outgoing_leg, number_proof_call</td></tr>
 *   <tr><td>sync</td><td>google_contact, google_contact_number, google_busy, google_link (one
 *       a purpose), sync_run; closes google_request</td></tr>
 *   <tr><td>push</td><td>outbox (claims), delivery, retired_address</td></tr>
 *   <tr><td>anyone</td><td>appends to outbox</td></tr>
 * </table>
 *
 * <p>The table is enforced by the grants at the end of the migrations and checked by {@code
 * CatalogTest}.
 */
@NullMarked
package io.permanence.store;

import org.jspecify.annotations.NullMarked;
