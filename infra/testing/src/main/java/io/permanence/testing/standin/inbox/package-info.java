/**
 * The local inbox: everything the service believes it has sent, by e-mail, SMS or push, on one page
 * ({@code /inbox}) and as JSON.
 *
 * <p>{@link Inbox} keeps the last 5,000 messages in memory; {@link InboxSmtp} receives e-mail over
 * SMTP; {@link InboxSite} shows them; the other stand-ins add what they accepted. JSON:
 *
 * <ul>
 *   <li>{@code GET /api/messages?channel=email|sms|push&to=…&since=RFC 3339} → an array, oldest
 *       first, of {@code {id, channel, at, to, from?, subject?, text, html?, headers?, raw?,
 *       data?}}; {@code since} is inclusive. 400 as problem+json names a wrong parameter.
 *   <li>{@code GET /api/messages/{id}} → one of them, or 404.
 *   <li>{@code DELETE /api/messages} → 204, the inbox is empty.
 *   <li>{@code GET /api/live} → server-sent events, one {@code message} with the id per arrival.
 *   <li>{@code PUT /control/smtp/faults/{recipient}} with {@code {"reply": "451 4.3.0 …", "times":
 *       2}}: the SMTP server answers the recipient so; {@code *} is everybody. {@code DELETE
 *       /control/smtp/faults} ends all.
 * </ul>
 */
@NullMarked
package io.permanence.testing.standin.inbox;

import org.jspecify.annotations.NullMarked;
