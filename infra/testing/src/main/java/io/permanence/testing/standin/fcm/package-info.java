/**
 * Firebase Cloud Messaging, HTTP v1, played on this machine.
 *
 * <p>{@code POST /v1/projects/{project}/messages:send} wants a bearer token that {@code POST
 * /token} issued (the JWT grant of a service account) or that was allowed beforehand, reads zipped
 * bodies, and checks the whole message: schema, exactly one target, reserved data keys, 4,096
 * bytes, time to live, web push headers and link, APNs headers. It answers {@code {"name":
 * "projects/{project}/messages/{id}"}} and puts the message into the inbox; errors have FCM's
 * status, {@code google.rpc} details and {@code FcmError} code. A push token is known once it is
 * registered; {@code demo-} followed by a UUID always is, until it is removed.
 *
 * <p>{@code FirebaseMessaging} has its address built in, so whoever uses the SDK redirects in its
 * transport. Control:
 *
 * <ul>
 *   <li>{@code GET /control/service-account.json} → credentials whose {@code token_uri} is here
 *   <li>{@code PUT /control/tokens/{token}}, {@code DELETE /control/tokens/{token}} → registered,
 *       removed (204)
 *   <li>{@code PUT /control/faults/{token}} with {@code {"fault": "QUOTA_EXCEEDED", "times": 1,
 *       "retryAfterSeconds": 7}} → 204; {@code *} is every token; the faults are those of {@link
 *       io.permanence.testing.standin.fcm.FcmFault}. {@code DELETE /control/faults} ends all.
 * </ul>
 */
@NullMarked
package io.permanence.testing.standin.fcm;

import org.jspecify.annotations.NullMarked;
