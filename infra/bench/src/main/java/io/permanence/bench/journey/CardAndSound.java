package io.permanence.bench.journey;

import io.permanence.bench.Conditions;
import io.permanence.bench.Figure;
import io.permanence.bench.Row;
import io.permanence.bench.Spread;
import io.permanence.e2e.Browser;
import io.permanence.e2e.Console;
import io.permanence.e2e.Journal;
import io.permanence.e2e.RunningSystem;
import io.permanence.e2e.Until;
import io.permanence.testing.sip.SipCall;
import io.permanence.testing.sip.SipCaller;
import io.permanence.testing.sip.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * P4, first half: from INVITE to the card on the screen and to the first packet of the secretary's
 * voice at the caller, and from the offer to the complete card (B2). The secretary answers the
 * moment the console takes an answer, two frames after the card is painted, so that no person's
 * reaction is measured; painted means that a frame was produced with customer, greeting, caller and
 * verdict on it. Every call is heard on both sides, or there is no figure.
 */
public final class CardAndSound implements Figure {
  private static final String DOCTOR = "+33199001001";
  private static final double GOAL = 300;
  private static final Duration SOON = Duration.ofSeconds(20);

  /** One caller after the other, so that none is taken for the one before. */
  private static final int[] CALLERS_SAY = {440, 700};

  private final Spread card = new Spread();
  private final Spread sound = new Spread();
  private final Spread offer = new Spread();
  private final Spread lead = new Spread();
  private final Spread ear = new Spread();

  @Override
  public List<String> ids() {
    return List.of("P4");
  }

  @Override
  public List<Row> measure(Conditions conditions) {
    int calls = conditions.quick() ? 20 : 200;
    try (Browser browser = Browser.open();
        RunningSystem system = RunningSystem.start(conditions.run().resolve("journey"))) {
      Console secretary =
          new Console(browser.person("fr-FR", 1440, 900))
              .signIn(system.url("console"), system.account("secretary", 0))
              .ready();
      secretary.acceptAtOnce(true);
      Journal journal = new Journal(system);
      for (int i = 0; i < calls; i++) {
        String number = "+3363998%04d".formatted(6_000 + i);
        call(system, journal, secretary, number, CALLERS_SAY[i % CALLERS_SAY.length]);
        if ((i + 1) % 20 == 0) {
          System.err.printf("P4  %d of %d calls%n", i + 1, calls);
        }
      }
    }
    return rows(calls);
  }

  private void call(
      RunningSystem system, Journal journal, Console secretary, String number, int says) {
    long cards = secretary.cards();
    Instant began = Instant.now();
    SipCaller caller = SipCaller.through(system.sip()).calling(number).saying(Sound.tone(says));
    try (SipCall call = caller.dialling(DOCTOR).call()) {
      if (!call.ear().awaitTone(Browser.VOICE, SOON)) {
        throw new AssertionError("the caller never heard the secretary");
      }
      Until.holds("the secretary hears the caller", () -> secretary.hears(says));
      Instant hears = Instant.now();
      if (secretary.cards() != cards + 1) {
        throw new AssertionError("not one card but " + (secretary.cards() - cards));
      }
      Instant shown = secretary.cardAt();
      Instant heard = call.ear().firstToneAt(Browser.VOICE).orElseThrow();
      card.add(Duration.between(call.placedAt(), shown));
      sound.add(Duration.between(call.placedAt(), heard));
      lead.add(Duration.between(shown, heard));
      ear.add(Duration.between(heard, hears));
      call.hangUp();
      String id = journal.await(number, began).id();
      offer.add(Duration.between(journal.at(id, "offered"), shown));
    }
    secretary.readyAgain();
  }

  private List<Row> rows(int calls) {
    String how = calls + " calls one after the other, one secretary in headless Chromium";
    return List.of(
        told("INVITE to card on the screen, p50", card.millis(50)).under(how),
        told("INVITE to card on the screen, p99", card.millis(99)).under(how),
        told("INVITE to first packet of the secretary, p50", sound.millis(50)).under(how),
        told("INVITE to first packet of the secretary, p99", sound.millis(99)).under(how),
        told("call offered to card complete, p50", offer.millis(50)).under(how),
        Row.of(
                "P4",
                "call offered to card complete, p99",
                offer.millis(99),
                "ms",
                "<= 300",
                offer.millis(99) <= GOAL)
            .under(how),
        told("first packet of the secretary to the caller in her ear, p50", ear.millis(50))
            .under(how + "; her ear looks at the last 0.34 s"),
        told("first packet of the secretary to the caller in her ear, p99", ear.millis(99))
            .under(how + "; her ear looks at the last 0.34 s"),
        told("card before the first packet by, least", lead.millis(0)).under(how),
        Row.of("P4", "calls heard before the card", lead.negative(), "calls", "0", noneEarly())
            .under(how));
  }

  private boolean noneEarly() {
    return lead.negative() == 0 && lead.size() > 0;
  }

  private static Row told(String what, double millis) {
    return Row.told("P4", what, millis, "ms");
  }
}
