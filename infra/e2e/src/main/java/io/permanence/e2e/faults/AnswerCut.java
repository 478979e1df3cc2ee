package io.permanence.e2e.faults;

import io.permanence.e2e.Until;
import io.permanence.testing.asterisk.AgiStandIn;
import io.permanence.testing.asterisk.AgiStandIn.Reply;
import io.permanence.testing.asterisk.Ami;
import io.permanence.testing.asterisk.AsteriskServer;
import io.permanence.testing.sip.agent.AgentCall;
import io.permanence.testing.sip.agent.Answering;
import io.permanence.testing.sip.agent.Invitation;
import io.permanence.testing.sip.agent.UserAgent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * R3: the router's answer breaks off at any byte. A real Asterisk of its own with the project's
 * dialplan; in the router's place somebody who hangs up in the middle.
 */
public final class AnswerCut implements Fault {
  private static final Duration LIMIT = Duration.ofSeconds(6);
  private static final String TARGET = "33639980001";
  private static final List<String> ANSWERS =
      List.of("dial:1:" + TARGET + ":20:33199001001", "desk", "announce:static/beep");

  private final int every;

  /**
   * The cut.
   *
   * @param every 1 cuts at each byte, 5 at each fifth
   */
  public AnswerCut(int every) {
    this.every = every;
  }

  @Override
  public String id() {
    return "R3";
  }

  @Override
  @SuppressWarnings("try") // the router's stand-in answers as long as the block
  public void run(House house, Measures measures) {
    AtomicInteger bytes = new AtomicInteger();
    AtomicInteger kind = new AtomicInteger();
    List<String> dialled = new CopyOnWriteArrayList<>();
    int rounds = 0;
    int wrong = 0;
    int astray = 0;
    try (AsteriskServer asterisk = AsteriskServer.start();
        Ami ami = asterisk.ami();
        AgiStandIn ignored =
            AgiStandIn.listen(
                asterisk.agiPort(), question -> reply(question, kind.get(), bytes.get()));
        UserAgent customers =
            UserAgent.at(
                asterisk.trunk().getAddress().getHostAddress(),
                asterisk.trunk().getPort(),
                asterisk.sip());
        UserAgent carrier = UserAgent.at(AsteriskServer.TRUNK_PEER, 0, asterisk.sip())) {
      customers.answering(
          call -> {
            dialled.add(call.dialled());
            return new Answering.With(486);
          });
      for (String answer : ANSWERS) {
        kind.set(ANSWERS.indexOf(answer));
        int whole =
            AgiStandIn.command("6f1ed002-ab55-4a1c-9d4b-0000000000aa:" + answer + ":end").length;
        for (int length = 0; length < whole; length += every) {
          bytes.set(length);
          int before = events(ami);
          AgentCall call = carrier.call(Invitation.of("+33639987777", "+33199001001"));
          boolean decided = Until.within(LIMIT, () -> events(ami) > before || call.over());
          astray += decided ? 0 : 1;
          // Less than the word `end` must never be taken for an answer.
          wrong += length < whole - 2 && !last(ami, before).equals("Fallback") ? 1 : 0;
          call.hangUp();
          call.awaitOver(LIMIT);
          rounds++;
        }
      }
    }
    wrong += (int) dialled.stream().filter(number -> !number.equals("+" + TARGET)).count();
    measures.none("wrong routes", wrong, rounds);
    measures.none("calls that nothing became of", astray, rounds);
  }

  private static Reply reply(AgiStandIn.Question question, int kind, int bytes) {
    return switch (question.script()) {
      case "route" -> new Reply.Cut(ANSWERS.get(kind), bytes);
      case "step" -> new Reply.Says("desk");
      default -> new Reply.Says("wait");
    };
  }

  private static int events(Ami ami) {
    return (int) ami.messages().stream().filter(AnswerCut::tells).count();
  }

  private static boolean tells(Ami.Message message) {
    return message.isUserEvent("Fallback") || message.isUserEvent("DeskWaiting");
  }

  private static String last(Ami ami, int before) {
    return ami.messages().stream()
        .filter(AnswerCut::tells)
        .skip(before)
        .findFirst()
        .map(message -> message.get("UserEvent"))
        .orElse("");
  }
}
