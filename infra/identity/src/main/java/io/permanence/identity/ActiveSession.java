package io.permanence.identity;

import io.permanence.store.account.Account;
import io.permanence.store.account.Session;
import java.time.Instant;

/**
 * A session that is in time.
 *
 * @param user the sign-in name
 * @param language {@code fr} or {@code en}
 * @param secondFactor whether a one-time code is asked for at sign-in
 * @param expiresAt when it ends if nothing more is heard from the browser
 */
public record ActiveSession(
    Principal principal,
    String user,
    String language,
    boolean secondFactor,
    Instant signedInAt,
    Instant expiresAt) {

  /** The same session in another language. */
  public ActiveSession speaking(String other) {
    return new ActiveSession(principal, user, other, secondFactor, signedInAt, expiresAt);
  }

  static ActiveSession of(Session session, Realm realm, Instant now) {
    Account account = session.account();
    Instant idleEnd = now.plus(realm.idle());
    return new ActiveSession(
        new Principal(
            account.id(),
            account.role(),
            account.customer(),
            account.mustChangePassword(),
            session.tokenHash().sessionId()),
        account.signIn(),
        account.language(),
        account.totpSecret().isPresent(),
        session.createdAt(),
        idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt());
  }
}
