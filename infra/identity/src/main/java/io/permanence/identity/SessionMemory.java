package io.permanence.identity;

import io.permanence.model.id.AccountId;
import io.permanence.store.account.TokenHash;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions that the database vouched for last, for the time when it is away (A12, R4): each
 * until the end it would have without another word, the longest unused forgotten first. From any
 * thread.
 */
final class SessionMemory {
  private final int most;
  private final Map<TokenHash, ActiveSession> sessions = new LinkedHashMap<>(16, 0.75f, true);
  private long forgotten;

  /**
   * An empty memory.
   *
   * @param most how many are kept
   */
  SessionMemory(int most) {
    this.most = most;
  }

  /** What had been forgotten when the database was asked; {@link #keep} wants it back. */
  synchronized long asked() {
    return forgotten;
  }

  /** Keeps what the database answered, unless a session ended while the answer was on its way. */
  synchronized void keep(TokenHash token, ActiveSession session, long asked, Instant now) {
    if (asked != forgotten) {
      return;
    }
    sessions.put(token, session);
    Iterator<ActiveSession> longestUnusedFirst = sessions.values().iterator();
    while (longestUnusedFirst.hasNext()) {
      boolean over = !now.isBefore(longestUnusedFirst.next().expiresAt());
      if (!over && sessions.size() <= most) {
        return;
      }
      longestUnusedFirst.remove();
    }
  }

  /** The session, as long as it would last had the browser not been heard again. */
  synchronized Optional<ActiveSession> recall(TokenHash token, Instant now) {
    return Optional.ofNullable(sessions.get(token))
        .filter(session -> now.isBefore(session.expiresAt()));
  }

  /** The database says that there is no such session, or no more. */
  synchronized void unknown(TokenHash token) {
    sessions.remove(token);
  }

  /** It ends. */
  synchronized void end(TokenHash token) {
    forgotten++;
    sessions.remove(token);
  }

  /** Every session of the account ends. */
  synchronized void endAll(AccountId account) {
    forgotten++;
    sessions.values().removeIf(session -> session.principal().accountId().equals(account));
  }
}
