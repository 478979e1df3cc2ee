package io.permanence.bench.setup;

import io.permanence.bench.Spread;
import io.permanence.e2e.faults.House;
import io.permanence.e2e.faults.Secretary;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The secretaries' room in a benchmark: thirty open consoles that each ask for the team's waiting
 * calls once a second; four of the secretaries have a telephone and take the calls that come.
 */
final class Desk implements AutoCloseable {
  private static final int CONSOLES = 30;
  private static final int WITH_TELEPHONE = 4;
  private static final String DOCTOR = "+33199001001";
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MOMENT = Duration.ofMillis(1).toNanos();
  private static final long TALK = Duration.ofSeconds(1).toNanos();
  private static final Duration SOON = Duration.ofSeconds(10);

  private final List<Secretary> taking = new ArrayList<>();
  private final List<Secretary> all = new ArrayList<>();
  private final Spread answers = new Spread();
  private final Spread cards = new Spread();
  private int taken;
  private int failed;

  private Desk() {}

  /**
   * Adds the secretaries who are not there yet, with the first one's password, and signs all in.
   */
  static Desk open(House house) throws SQLException {
    Desk desk = new Desk();
    for (int i = 0; i < WITH_TELEPHONE; i++) {
      desk.taking.add(Secretary.ready(house, i));
    }
    desk.all.addAll(desk.taking);
    String first = house.account("secretary", 0).path("user").asText();
    String password = house.account("secretary", 0).path("password").asText();
    for (int i = WITH_TELEPHONE; i < CONSOLES; i++) {
      String user = "bench-secretary-" + i;
      add(house, user, first);
      desk.all.add(Secretary.atHerScreen(house, user, password));
    }
    return desk;
  }

  private static void add(House house, String user, String like) throws SQLException {
    try (Connection database = house.database();
        PreparedStatement account =
            database.prepareStatement(
                """
                insert into directory_account (id, sign_in, password_hash, role, language, created_at)
                select gen_random_uuid(), ?, password_hash, role, language, now()
                from directory_account where sign_in = ? on conflict (sign_in) do nothing
                """);
        PreparedStatement secretary =
            database.prepareStatement(
                """
                insert into secretary (account_id, display_name, team_id, languages)
                select a.id, a.sign_in, s.team_id, s.languages
                from directory_account a, secretary s join directory_account b on b.id = s.account_id
                where a.sign_in = ? and b.sign_in = ? on conflict (account_id) do nothing
                """)) {
      account.setString(1, user);
      account.setString(2, like);
      account.executeUpdate();
      secretary.setString(1, user);
      secretary.setString(2, like);
      secretary.executeUpdate();
    }
  }

  /** For that long every console asks once a second, and callers come to the desk one by one. */
  void work(UserAgent carrier, Duration howLong) throws InterruptedException {
    AtomicBoolean open = new AtomicBoolean(true);
    try (ExecutorService consoles = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < all.size(); i++) {
        Secretary each = all.get(i);
        long first = i * SECOND / all.size();
        consoles.execute(() -> ask(each, first, open));
      }
      long end = System.nanoTime() + howLong.toNanos();
      for (int n = 0; System.nanoTime() < end; n++) {
        call(carrier, n);
      }
      open.set(false);
      consoles.shutdown();
      if (!consoles.awaitTermination(SOON.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("a console waits for its answer for ever");
      }
    }
  }

  private void ask(Secretary secretary, long first, AtomicBoolean open) {
    LockSupport.parkNanos(first);
    while (open.get()) {
      long asked = System.nanoTime();
      secretary.team();
      long answered = System.nanoTime();
      synchronized (answers) {
        answers.add(Duration.ofNanos(answered - asked));
      }
      LockSupport.parkNanos(asked + SECOND - answered);
    }
  }

  /** A caller whom a secretary answers, and who hangs up soon. */
  private void call(UserAgent carrier, int n) {
    long invited = System.nanoTime();
    AgentCall call = carrier.call(Invitation.of("+3363998%04d".formatted(n), DOCTOR));
    if (!call.awaitUp(SOON) || !offered(invited)) {
      failed++;
      call.hangUp();
      return;
    }
    taken++;
    taking.stream()
        .mapToLong(Secretary::offeredAt)
        .filter(at -> at > invited)
        .forEach(at -> cards.add(Duration.ofNanos(at - invited)));
    LockSupport.parkNanos(TALK);
    call.hangUp();
    call.awaitOver(SOON);
    taking.forEach(Secretary::wantsCalls);
  }

  /** Waits until one of those who take calls has a card; false when none has in time. */
  private boolean offered(long since) {
    long end = System.nanoTime() + SOON.toNanos();
    while (taking.stream().noneMatch(each -> each.offeredAt() > since)) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(MOMENT);
    }
    return true;
  }

  int consoles() {
    return all.size();
  }

  int taken() {
    return taken;
  }

  int failed() {
    return failed;
  }

  Spread answers() {
    return answers;
  }

  Spread cards() {
    return cards;
  }

  @Override
  public void close() {
    all.forEach(Secretary::close);
  }
}
