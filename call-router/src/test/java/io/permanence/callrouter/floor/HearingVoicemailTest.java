package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.id.AccountId;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.InstructionId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TaskId;
import io.permanence.model.id.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may hear what a caller said to the machine (A12). Whoever may not learns nothing, not even
 * whether there is such a call (S1).
 */
class HearingVoicemailTest {
  private static final byte[] SAID =
      "RIFF, and what the caller said".getBytes(StandardCharsets.UTF_8);
  private static final String OURS = "Cabinet Martin";
  private static final String THEIRS = "Garage Lou";
  private static final String OUR_TEAM = "Santé";
  private static final String THEIR_TEAM = "Artisans";
  private static final String NOBODYS = "";
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private static House house;
  private static ConsoleClient lea;

  @BeforeAll
  static void open() {
    house = new House();
    lea = house.console("lea");
    TeamId team = TeamId.random();
    CustomerId neighbour = CustomerId.random();
    house.database.execute("insert into team values (?, ?, 2)", team.value(), THEIR_TEAM);
    house.database.execute(
        "insert into customer (customer_id, name, trade, created_at) values (?, ?, 'garage', now())",
        neighbour.value(),
        THEIRS);
    // together: a line is read as soon as it is there
    house.database.execute(
        """
        with made as (
          insert into line (customer_id, id, number, name, home_team, created_at)
          values (?, ?, '+33199001002', 'Garage', ?, now()) returning customer_id, id)
        insert into instruction (customer_id, id, line_id, window_kind, put_through, greeting,
          message, created_at, updated_at)
        select customer_id, ?, id, 'STANDING', 'NONE', 'Garage Lou, bonjour', 'Fermé.', now(), now()
        from made\
        """,
        neighbour.value(),
        LineId.random().value(),
        team.value(),
        InstructionId.random().value());
  }

  @AfterAll
  static void close() {
    lea.close();
    house.close();
  }

  /** A call whose caller left a message, answered by her and over since then. */
  private static CallId call(String company, AccountId answeredBy, Duration over) {
    CallId call = CallId.random();
    Instant ended = Instant.now().minus(over);
    house.database.execute(
        "insert into call (customer_id, id, line_id, arrived_at, decision, reason, answered_by,"
            + " answered_at, ended_at) select customer_id, ?, line.id, ?, 'desk', 'all', ?, ?, ?"
            + " from line join customer using (customer_id) where customer.name = ?",
        call.value(),
        ended,
        answeredBy.value(),
        ended,
        ended,
        company);
    house.database.execute(
        "insert into voicemail (customer_id, call_id, seconds, recorded_at, audio)"
            + " select customer_id, id, 3, ended_at, ? from call where id = ?",
        SAID,
        call.value());
    return call;
  }

  /** The same with an open task of a team; whose, or nobody's. */
  private static CallId withTask(CallId call, String team, String owner) {
    house.database.execute(
        "insert into task (customer_id, id, kind, call_id, team_id, owner_id, created_at)"
            + " select call.customer_id, ?, 'VOICEMAIL', call.id, team.id,"
            + " cast(nullif(?, '') as uuid), now() from call, team"
            + " where call.id = ? and team.name = ?",
        TaskId.random().value(),
        owner,
        call.value(),
        team);
    return call;
  }

  static Stream<Named<CallId>> notHers() {
    Duration tooLong = Duration.ofMinutes(16);
    CallId silent = call(OURS, House.LEA, JUST_NOW);
    house.database.execute("delete from voicemail where call_id = ?", silent.value());
    return Stream.of(
        Named.of("nobody's", CallId.random()),
        Named.of("another company's", call(THEIRS, House.CAMILLE, JUST_NOW)),
        Named.of(
            "another team's task",
            withTask(call(THEIRS, House.CAMILLE, JUST_NOW), THEIR_TEAM, NOBODYS)),
        Named.of("a colleague's call", call(OURS, House.CAMILLE, JUST_NOW)),
        Named.of(
            "a colleague's task",
            withTask(
                call(OURS, House.CAMILLE, JUST_NOW), OUR_TEAM, House.CAMILLE.value().toString())),
        Named.of("her own of earlier", call(OURS, House.LEA, tooLong)),
        Named.of(
            "no longer kept",
            withTask(call(OURS, House.LEA, Duration.ofDays(190)), OUR_TEAM, NOBODYS)),
        Named.of("hers, and nothing was said", silent));
  }

  @ParameterizedTest
  @MethodSource("notHers")
  void whatIsNotHersIsNotThere(CallId call) {
    ConsoleClient.Answer answer = lea.get("/calls/" + call + "/voicemail");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer).isEqualTo(lea.get("/calls/" + CallId.random() + "/voicemail"));
  }

  @Test
  void whoeverMaySeeTheCardHearsIt() {
    CallId taken = call(OURS, House.LEA, JUST_NOW);
    CallId task = withTask(call(OURS, House.CAMILLE, JUST_NOW), OUR_TEAM, NOBODYS);
    assertThat(lea.sound("/calls/" + taken + "/voicemail")).isEqualTo(SAID);
    assertThat(lea.sound("/calls/" + task + "/voicemail")).isEqualTo(SAID);
  }
}
