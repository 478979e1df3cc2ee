package io.permanence.store.account;

import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param tokenHash SHA-256 of the token in the cookie; the token itself is nowhere kept
 * @param realm which application it signed in to: {@code CONSOLE} or {@code APP}
 * @param seenAt the last use, to about a minute
 * @param expiresAt the end, however busy the session is
 */
public record Session(
    TokenHash tokenHash,
    Account account,
    String realm,
    Instant createdAt,
    Instant seenAt,
    Instant expiresAt) {}
