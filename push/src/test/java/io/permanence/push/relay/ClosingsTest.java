package io.permanence.push.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.permanence.model.delivery.Channel;
import io.permanence.push.Household;
import io.permanence.push.Waiting;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.permanence.store.Database;
import io.permanence.store.Module;
import io.permanence.store.mapping.Mapping;
import io.permanence.testing.clock.MovableClock;
import io.permanence.testing.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many answers of a provider in one moment. */
@ExtendWith(VertxExtension.class)
class ClosingsTest {
  private static final TestDatabase POSTGRES = TestDatabase.fresh();
  private static final int MANY = 12;

  /** A reference no column can hold. */
  private static final String UNTOLD = "no\u0000text";

  private final MovableClock clock = new MovableClock();
  private final AtOnce provider = new AtOnce();
  private Household household;
  private Database database;
  private Relay relay;

  @BeforeEach
  void start(Vertx vertx) {
    household = new Household(POSTGRES);
    database = Mapping.open(vertx, POSTGRES.settings(), Module.PUSH);
    relay =
        new Relay(
            vertx,
            database,
            (Clock) clock,
            new Random(7),
            new Tally(new SimpleMeterRegistry()),
            List.of(provider));
    relay.start(Duration.ofMillis(50));
  }

  @AfterEach
  void stop() {
    Waiting.on(relay.stop());
    Waiting.on(database.close());
    POSTGRES.execute("update delivery set state = 'FAILED' where state = 'QUEUED'");
  }

  @Test
  void anAnswerThatCannotBeWrittenDownHoldsUpNoOther() {
    List<UUID> notes = carried();
    provider.accept(note -> note.equals(notes.get(3)) ? UNTOLD : "ref");
    for (UUID note : notes) {
      String state = note.equals(notes.get(3)) ? "SMS QUEUED" : "SMS SENT";
      Waiting.until(
          state,
          () -> household.deliveries(note).contains(state),
          () -> household.deliveries(note));
    }
    assertThat(provider.sent).hasSize(MANY);
  }

  @Test
  void answersThatComeTogetherAreEachWrittenAtTheirOwnDelivery() {
    List<UUID> notes = carried();
    provider.accept(note -> "ref-" + note);
    for (UUID note : notes) {
      Waiting.until(
          "the reference is there",
          () ->
              POSTGRES
                  .look(
                      "select provider_ref from delivery where subject_id = ? and channel = 'SMS'"
                          + " and state = 'SENT'",
                      note)
                  .equals(List.of("ref-" + note)),
          () -> household.deliveries(note));
    }
  }

  @Test
  void whoWasOvertakenByAnotherWorkerMayOnlySayThatItWasSent() {
    List<UUID> notes = carried();
    UUID taken = notes.get(0);
    UUID failed = notes.get(1);
    UUID refused = notes.get(2);
    for (UUID note : List.of(taken, failed, refused)) {
      POSTGRES.execute(
          "update delivery set attempts = 2 where subject_id = ? and channel = 'SMS'", note);
    }
    provider.answer(failed, new Outcome.Failed("number-unknown"));
    provider.answer(refused, new Outcome.Retry(Optional.empty(), "provider-busy"));
    provider.answer(taken, new Outcome.Accepted("ref"));
    Waiting.until("it was sent", () -> sms(taken).equals("SENT 2 1"), () -> sms(taken));
    assertThat(sms(failed)).isEqualTo("QUEUED 2 1");
    assertThat(sms(refused)).isEqualTo("QUEUED 2 1");
    provider.accept(note -> "ref");
  }

  /** Its state, how often it was taken up, and how often it may have been sent. */
  private static String sms(UUID note) {
    return POSTGRES
        .look(
            "select state || ' ' || attempts || ' ' || unsure from delivery"
                + " where subject_id = ? and channel = 'SMS'",
            note)
        .getFirst();
  }

  private List<UUID> carried() {
    List<UUID> notes = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      notes.add(household.note("Roy", "Rappeler " + i, clock.instant()));
    }
    Waiting.until("all are sent", () -> provider.sent.size() == MANY, provider.sent::keySet);
    return notes;
  }

  /** Takes what it gets and answers all of it in one moment. */
  private static final class AtOnce implements Carrier {
    private final Map<UUID, Promise<Outcome>> sent = new ConcurrentHashMap<>();

    void accept(Function<UUID, String> reference) {
      Map.copyOf(sent)
          .forEach(
              (note, answer) -> answer.tryComplete(new Outcome.Accepted(reference.apply(note))));
    }

    void answer(UUID note, Outcome outcome) {
      Objects.requireNonNull(sent.get(note)).complete(outcome);
    }

    @Override
    public Channel channel() {
      return Channel.SMS;
    }

    @Override
    public int atOnce() {
      return 4 * MANY;
    }

    @Override
    public Future<Outcome> carry(Sending.Go sending) {
      Promise<Outcome> answer = Promise.promise();
      sent.put(sending.message().subject(), answer);
      return answer.future();
    }

    @Override
    public Future<Void> close() {
      return Future.succeededFuture();
    }
  }
}
