package io.permanence.callrouter.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.callrouter.desk.Attempt.Outcome;
import io.permanence.callrouter.desk.Onward;
import io.permanence.callrouter.desk.Rung;
import io.permanence.callrouter.journal.LiveCall;
import io.permanence.model.Caller;
import io.permanence.model.PhoneNumber;
import io.permanence.model.id.CallId;
import io.permanence.model.id.CustomerId;
import io.permanence.model.id.ForwardingNumberId;
import io.permanence.model.id.LineId;
import io.permanence.model.id.TeamId;
import io.permanence.model.line.CallerMarks;
import io.permanence.model.line.Handling;
import io.permanence.model.line.LadderStep;
import io.permanence.model.line.LadderStep.After;
import io.permanence.model.line.Line;
import io.permanence.model.line.LineChoices;
import io.permanence.model.line.LineSnapshot;
import io.permanence.model.line.PutThrough;
import io.permanence.model.line.PutThroughMode;
import io.permanence.routing.IncomingCall;
import io.permanence.routing.RoutingPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A ladder in which a number stands twice: mobile, office, mobile again. */
class LaddersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final ForwardingNumberId MOBILE = ForwardingNumberId.random();
  private static final ForwardingNumberId OFFICE = ForwardingNumberId.random();
  private static final LiveCall CALL = call();

  private static LiveCall call() {
    Handling handling =
        new Handling(
            PutThrough.ALL,
            PutThroughMode.ANNOUNCED,
            "Bonjour",
            Optional.empty(),
            List.of(
                LadderStep.of(MOBILE, new PhoneNumber("+33639980001"), 20, After.NEXT),
                LadderStep.of(OFFICE, new PhoneNumber("+33639980002"), 15, After.NEXT),
                LadderStep.of(MOBILE, new PhoneNumber("+33639980001"), 20, After.NEXT)),
            Optional.empty());
    Line line =
        new Line(
            LineId.random(),
            CustomerId.random(),
            new PhoneNumber("+33199001001"),
            ZoneId.of("Europe/Paris"),
            TeamId.random(),
            handling,
            Optional.empty(),
            LineChoices.USUAL,
            false);
    LineSnapshot snapshot = new LineSnapshot(line, List.of(), CallerMarks.NONE, 1, NOW);
    CallId id = CallId.random();
    Caller caller = new Caller.Known(new PhoneNumber("+33639980301"));
    return new LiveCall(
        id,
        caller,
        NOW,
        snapshot,
        RoutingPolicy.decide(IncomingCall.from(id, caller, NOW), snapshot),
        NOW);
  }

  private static Onward ring(int place, ForwardingNumberId number, int seconds) {
    return new Onward.Ring(new Rung(place, List.of(number), seconds));
  }

  @Test
  void eachRungIsFollowedByTheOneAfterItAndTheLastByTheWayBack() {
    assertThat(Ladders.first(CALL)).contains(new Rung(0, List.of(MOBILE), 20));
    assertThat(Ladders.onward(CALL, 0, MOBILE, Outcome.BUSY)).isEqualTo(ring(1, OFFICE, 15));
    assertThat(Ladders.onward(CALL, 1, OFFICE, Outcome.NO_ANSWER)).isEqualTo(ring(2, MOBILE, 20));
    assertThat(Ladders.onward(CALL, 2, MOBILE, Outcome.BUSY)).isEqualTo(new Onward.Back());
  }

  @Test
  void ofARungFoundRingingAfterARestartTheNumberTells() {
    assertThat(Ladders.onward(CALL, Rung.NOWHERE, OFFICE, Outcome.BUSY))
        .isEqualTo(ring(2, MOBILE, 20));
  }

  @Test
  void theNumberSheChoseBeginsAtItsFirstRung() {
    assertThat(Ladders.rung(CALL, MOBILE)).contains(new Rung(0, List.of(MOBILE), 20));
    assertThat(Ladders.rung(CALL, OFFICE)).contains(new Rung(1, List.of(OFFICE), 15));
  }
}
