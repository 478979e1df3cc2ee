package io.permanence.sync.run;

import io.permanence.store.Database;
import io.permanence.store.consent.Purpose;
import io.permanence.store.google.GoogleLink;
import io.permanence.store.google.GoogleLinks;
import io.permanence.store.google.LinkKey;
import io.permanence.sync.google.GoogleSignIn;
import io.permanence.sync.google.Scopes;
import io.vertx.core.Future;
import java.util.List;

/**
 * A Google account's grant to us. All tokens of an account are one grant: revoking one of them ends
 * them all, whatever they are for. So a token whose consent ended is revoked at Google only when no
 * other link of the customer lives on the same grant; until then it is merely forgotten here.
 *
 * <p>Whether two links are of one account is told by their scopes, without asking who the person
 * is: the portal asks Google to include what was granted before, so of two links of one account the
 * later one covers the purpose of the earlier.
 */
final class Grant {
  private final Database database;
  private final GoogleSignIn signIn;

  Grant(Database database, GoogleSignIn signIn) {
    this.database = database;
    this.signIn = signIn;
  }

  /**
   * Whether another link lives on it, one that runs under a consent in force.
   *
   * @param scopes of the token that ends
   */
  Future<Boolean> shared(LinkKey ending, List<String> scopes) {
    return database
        .inTransaction(ending.customer(), tx -> GoogleLinks.others(tx, ending))
        .map(others -> others.stream().anyMatch(other -> same(ending.purpose(), scopes, other)));
  }

  private static boolean same(Purpose purpose, List<String> scopes, GoogleLink other) {
    return Scopes.cover(scopes, other.purpose()) || Scopes.cover(other.scopes(), purpose);
  }

  /** Gives back a token that was just received and may not be kept. */
  Future<Void> giveBack(LinkKey wanted, List<String> scopes, String refreshToken) {
    return shared(wanted, scopes)
        .compose(
            shared ->
                shared
                    ? Future.succeededFuture()
                    : signIn.revoke(refreshToken).map(revoked -> null));
  }
}
