package io.permanence.testing.standin.google.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The page and sync tokens handed out. Safe to use from every thread. */
final class SyncTokens {
  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final int KEPT = 10_000;

  /**
   * Where an account's mirror stands.
   *
   * @param query the parameters of the call that gave the token
   * @param revision up to which the mirror is complete
   * @param fullSyncAt when it was last filled from the beginning
   */
  record Mark(String account, ConnectionsQuery query, long revision, Instant fullSyncAt) {}

  /**
   * The rest of a listing.
   *
   * @param query the parameters of the first page
   * @param mark what the last page's sync token will stand for
   */
  record Rest(ConnectionsQuery query, List<Contact> contacts, Mark mark) {}

  private final Map<String, Mark> marks = bounded();
  private final Map<String, Rest> pages = bounded();

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  synchronized String of(Mark mark) {
    String token = "sync-" + UUID.randomUUID();
    marks.put(token, mark);
    return token;
  }

  synchronized String of(Rest rest) {
    String token = "page-" + UUID.randomUUID();
    pages.put(token, rest);
    return token;
  }

  /** Empty when the token has expired. */
  synchronized Optional<Mark> mark(String token, String account, Instant now) {
    return Optional.ofNullable(marks.get(token))
        .filter(mark -> mark.account().equals(account))
        .filter(mark -> mark.fullSyncAt().plus(LIFETIME).isAfter(now));
  }

  synchronized Optional<Rest> rest(String token, String account) {
    return Optional.ofNullable(pages.get(token))
        .filter(rest -> rest.mark().account().equals(account));
  }

  synchronized void expire(String account) {
    marks.values().removeIf(mark -> mark.account().equals(account));
  }
}
