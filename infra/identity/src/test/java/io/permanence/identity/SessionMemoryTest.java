package io.permanence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Role;
import io.permanence.model.id.AccountId;
import io.permanence.store.account.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionMemoryTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration IDLE = Realm.CONSOLE.idle();

  private final SessionMemory memory = new SessionMemory(3);

  @Test
  void whatWasKeptIsKnownUntilItsEndAndNoLonger() {
    TokenHash token = kept(AccountId.random(), NOON);
    assertThat(memory.recall(token, NOON.plus(IDLE).minusMillis(1))).isPresent();
    assertThat(memory.recall(token, NOON.plus(IDLE))).isEmpty();
  }

  @Test
  void theLongestUnusedIsForgottenFirst() {
    List<TokenHash> tokens = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tokens.add(kept(AccountId.random(), NOON));
    }
    assertThat(memory.recall(tokens.getFirst(), NOON)).isPresent();
    kept(AccountId.random(), NOON);
    assertThat(tokens.stream().map(token -> memory.recall(token, NOON).isPresent()))
        .containsExactly(true, false, true);
  }

  @Test
  void thoseWhoseTimeIsOverMakeRoom() {
    TokenHash old = kept(AccountId.random(), NOON);
    kept(AccountId.random(), NOON.plus(IDLE));
    assertThat(memory.recall(old, NOON)).isEmpty();
  }

  @Test
  void endingAnAccountsSessionsEndsNoOthers() {
    AccountId camille = AccountId.random();
    TokenHash hers = kept(camille, NOON);
    TokenHash herOther = kept(camille, NOON);
    TokenHash leas = kept(AccountId.random(), NOON);
    memory.endAll(camille);
    assertThat(memory.recall(hers, NOON)).isEmpty();
    assertThat(memory.recall(herOther, NOON)).isEmpty();
    assertThat(memory.recall(leas, NOON)).isPresent();
  }

  @Test
  void anAnswerOvertakenByTheEndOfASessionIsNotKept() {
    TokenHash token = SessionToken.random().hash();
    long asked = memory.asked();
    memory.end(token);
    memory.keep(token, session(AccountId.random(), NOON), asked, NOON);
    assertThat(memory.recall(token, NOON)).isEmpty();
  }

  private TokenHash kept(AccountId account, Instant at) {
    TokenHash token = SessionToken.random().hash();
    memory.keep(token, session(account, at), memory.asked(), at);
    return token;
  }

  private static ActiveSession session(AccountId account, Instant at) {
    return new ActiveSession(
        new Principal(
            account,
            Role.SECRETARY,
            Optional.empty(),
            false,
            SessionToken.random().hash().sessionId()),
        "camille",
        "fr",
        false,
        at,
        at.plus(IDLE));
  }
}
