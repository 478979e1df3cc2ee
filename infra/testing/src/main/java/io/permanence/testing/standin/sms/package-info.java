/**
 * An SMS gateway of the common kind, played on this machine. What it accepts lands in the inbox.
 *
 * <p>{@code POST /v1/messages} with {@code {"from", "to", "text", "reference"}} as JSON and either
 * basic authentication (account and secret) or the secret as bearer token:
 *
 * <ul>
 *   <li>{@code to} is E.164; {@code from} is E.164 or 1 to 11 letters, digits and spaces with a
 *       letter among them; {@code reference} is 1 to 64 of {@code [A-Za-z0-9._:-]}; no other field.
 *   <li>202 {@code {"id", "parts"}}. The text is counted in GSM-7 (160 characters, 153 in each of
 *       several parts; those of the extension table count twice) or, when a character does not fit,
 *       in UCS-2 (70, 67); more than 10 parts are refused.
 *   <li>The same reference again with the same content answers the same id and sends nothing; with
 *       other content 409 {@code reference-used}.
 *   <li>401 {@code unauthorized}, 400 {@code invalid-field} naming the field, 429 {@code
 *       too-many-requests} with {@code Retry-After}, 500 {@code internal-error}: bodies are {@code
 *       {"error", "field"?, "detail"}}.
 * </ul>
 *
 * <p>Delivery receipts are posted to the address set, {@code {"id", "reference", "to", "status":
 * "delivered" | "undelivered", "at", "reason"?}}, with the header {@code X-Signature:
 * t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>" under the secret>}; up to three attempts
 * until a 2xx. Control:
 *
 * <ul>
 *   <li>{@code PUT /control/receipts} with {@code {"url": "http://…"}} → 204; {@code DELETE} stops
 *       them
 *   <li>{@code PUT /control/faults/{number}} with {@code {"fault": "BUSY", "times": 1,
 *       "retryAfterSeconds": 7}} → 204; {@code *} is every number; the faults are those of {@link
 *       io.permanence.testing.standin.sms.SmsFault}. {@code DELETE /control/faults} ends all.
 * </ul>
 */
@NullMarked
package io.permanence.testing.standin.sms;

import org.jspecify.annotations.NullMarked;
