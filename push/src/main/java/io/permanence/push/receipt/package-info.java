/**
 * What became of short messages, told by their gateway over HTTP (C2). {@code POST
 * /v1/sms-receipts} takes {@code {"id", "reference", "status": "delivered" | "undelivered",
 * "reason"?}} with {@code X-Signature: t=<seconds>,v1=<hex HMAC-SHA256 of "<seconds>.<body>">}
 * under the account's secret, at most five minutes old and 16 KiB long. It answers 204 when the
 * delivery is known, however often and in whatever order receipts come; 400 naming field and rule,
 * 401 {@code bad-signature}, 404 for a reference that is none of ours. A proxy in front brings TLS.
 */
@NullMarked
package io.permanence.push.receipt;

import org.jspecify.annotations.NullMarked;
