/**
 * Google's sign-in and consent, played on this machine by the npm package {@code emulate} (exactly
 * 0.11.2, in {@code infra/deploy/google-oauth}) behind a gate of ours.
 *
 * <p>The emulator issues codes, access, refresh and id tokens and checks PKCE and the client's
 * secret. Found by trying: it accepts <em>any</em> bearer token as its first user's, knows no
 * scopes, no refusal, no expiry, compares redirect addresses loosely, does not compare them again
 * at the exchange, hands out a refresh token always, lets access tokens outlive a revoked refresh
 * token, and listens on every interface. The gate is stricter, as Google is:
 *
 * <ul>
 *   <li>{@code GET /o/oauth2/v2/auth}: client and redirect address as registered, to the letter;
 *       {@code response_type=code}; a scope Google has; {@code access_type}, {@code prompt} and the
 *       PKCE parameters well formed. Otherwise an error page (400), never a redirect. The consent
 *       page is one form with {@code request} (hidden), {@code scope} (a ticked box for each),
 *       {@code email} (a button for each user) and {@code deny}; it posts to {@code
 *       /o/oauth2/v2/auth/callback}, which redirects with {@code code} and {@code state} or {@code
 *       error=access_denied}. No browser is needed: {@link
 *       io.permanence.testing.standin.google.oauth.GoogleOAuth#consent} walks it.
 *   <li>{@code POST /oauth2/token}: the redirect address again; the granted {@code scope} is
 *       answered; a refresh token only for {@code access_type=offline}, and after the first consent
 *       only with {@code prompt=consent}; access tokens live an hour.
 *   <li>{@code POST /oauth2/revoke} with {@code token}: ends the whole grant of that user to that
 *       client, access and refresh tokens alike; 400 {@code invalid_token} for an unknown one.
 *   <li>{@code GET /tokeninfo?access_token=…}: {@code {azp, aud, scope, exp, expires_in, email,
 *       access_type}}, or 400 {@code invalid_token}; so can another stand-in verify a token.
 *   <li>{@code GET /oauth2/v2/userinfo}, {@code GET /oauth2/v3/certs}, {@code GET
 *       /.well-known/openid-configuration}.
 *   <li>Control: {@code GET /control/accounts/{email}} → {@code {"granted": true}} while a token of
 *       that account still counts; {@code POST /control/accounts/{email}/revoke} (the user
 *       withdraws in the Google account: all grants end), {@code POST
 *       /control/expire-access-tokens}.
 * </ul>
 *
 * <p>Nothing survives a restart: grants are kept in memory.
 */
@NullMarked
package io.permanence.testing.standin.google.oauth;

import org.jspecify.annotations.NullMarked;
