package io.permanence.e2e.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.permanence.e2e.Until;
import io.permanence.model.id.Id;
import io.permanence.testing.sip.agent.Answering;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A secretary who does whatever comes to mind, as far as her console offers it. */
final class Walker implements Runnable {
  private static final int LONGEST_THOUGHT = 900;
  private static final int SLOWEST_HAND = 800;

  private final Secretary secretary;
  private final Random random;
  private final AtomicBoolean over;
  private final Map<String, Integer> done = new TreeMap<>();

  Walker(Secretary secretary, Random random, AtomicBoolean over) {
    this.secretary = secretary;
    this.random = random;
    this.over = over;
    secretary.picksUp(
        phone ->
            next(4) > 0
                ? new Answering.After(Duration.ofMillis(next(SLOWEST_HAND)))
                : Walk.anyhow(random, SLOWEST_HAND));
  }

  Secretary secretary() {
    return secretary;
  }

  /** What was done, and how often. */
  Map<String, Integer> done() {
    synchronized (done) {
      return Map.copyOf(done);
    }
  }

  @Override
  public void run() {
    while (!over.get()) {
      Until.pause(Duration.ofMillis(next(LONGEST_THOUGHT)));
      String call = secretary.call().path("callId").asText();
      switch (secretary.phase()) {
        case "talking" -> talking(call);
        case "held" -> held(call);
        case "consulting", "transferring" -> reaching(call);
        case "conference" -> one(call, "complete", "cancel", "digits", "hang-up");
        case "wrapping" -> wrapping(call);
        default -> idle();
      }
    }
    secretary.picksUp(phone -> new Answering.With(486));
  }

  /** While it rings she mostly waits whether the customer answers. */
  private void reaching(String call) {
    if (secretary.call().path("consultation").path("state").asText().equals("connected")) {
      one(call, "complete", "complete", "conference", "cancel", "digits", "let-go", "hang-up");
    } else if (next(4) == 0) {
      one(call, "cancel", "let-go", "resume", "hang-up");
    }
  }

  private void talking(String call) {
    switch (next(12)) {
      case 0, 1 -> one(call, "hold");
      case 2, 3, 4, 5 -> transfer(call);
      case 6, 7, 8 -> one(call, "park");
      case 9 -> one(call, "voicemail", "hang-up");
      case 10 -> secretary.phone().calls().forEach(phone -> phone.hangUp());
      default -> {} // she listens
    }
  }

  private void held(String call) {
    if (next(2) == 0) {
      transfer(call);
    } else {
      one(call, "resume", "resume", "park", "voicemail", "hang-up");
    }
  }

  /** Mostly when her card says that the caller is put through. */
  private void transfer(String call) {
    boolean passes = secretary.card().path("verdict").path("action").asText().equals("connect");
    if (passes || next(5) == 0) {
      one(call, "consult", "consult", "blind");
    }
  }

  private void wrapping(String call) {
    if (next(2) == 0) {
      count("note", secretary.note(Id.next().toString(), call, "Au hasard."));
    }
    if (next(3) == 0) {
      one(call, "let-go", "cancel");
    }
    count("ready", secretary.wantsCalls() ? 200 : 409);
  }

  private void idle() {
    if (!secretary.state().equals("ready") && !secretary.state().equals("offered")) {
      secretary.wantsCalls();
    }
    if (next(3) == 0) {
      JsonNode parked = secretary.team().path("parked");
      if (!parked.isEmpty()) {
        one(parked.path(next(parked.size())).path("callId").asText(), "pick-up");
      }
    }
    secretary
        .offer()
        .filter(offer -> next(6) == 0)
        .ifPresent(
            offer ->
                count(
                    "decline",
                    secretary.command(
                        secretary.card().path("callId").asText(), "decline", "offerId", offer)));
  }

  private void one(String call, String... commands) {
    String command = commands[next(commands.length)];
    count(
        command,
        command.equals("digits")
            ? secretary.command(call, command, "digits", "12#")
            : secretary.command(call, command));
  }

  private void count(String what, int status) {
    synchronized (done) {
      done.merge(status == 200 ? what : what + "-" + status, 1, Integer::sum);
    }
  }

  private int next(int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }
}
