package io.permanence.push.plan;

import static io.permanence.push.plan.Messages.NOON;
import static io.permanence.push.plan.Messages.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Urgency;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final Message NOTE =
      Messages.note(Urgency.NORMAL, Locale.FRENCH, "Roy", "Rappeler");
  private static final Target PHONE = target(Optional.of("token"), true, false);
  private static final Target ADDRESS = target(Optional.empty(), true, false);

  @Test
  void aSoundDeliveryIsSent() {
    assertThat(of(delivery(Channel.PUSH, 1, 1, 0), PHONE))
        .isInstanceOfSatisfying(
            Sending.Go.class, go -> assertThat(go.address()).isEqualTo("token"));
    assertThat(of(delivery(Channel.EMAIL, 1, 1, 0), ADDRESS))
        .isInstanceOfSatisfying(
            Sending.Go.class, go -> assertThat(go.address()).isEqualTo("an address"));
  }

  @Test
  void itIsNotSentWhenItsLeaseLeavesNoTimeForAnAnswer() {
    Delivery late = delivery(Channel.EMAIL, 1, 1, 0);
    assertThat(Sending.of(late, ADDRESS, NOON.plusSeconds(5))).isEqualTo(new Sending.TooLate(late));
  }

  @Test
  void eachReasonNotToSendItIsNamed() {
    assertThat(why(of(delivery(Channel.EMAIL, 9, 9, 5), ADDRESS))).isEqualTo("parked");
    assertThat(
            why(
                of(
                    delivery(Channel.EMAIL, 1, 1, 0),
                    new Target(Optional.empty(), Optional.empty(), true, false))))
        .isEqualTo("message-deleted");
    assertThat(why(of(delivery(Channel.SMS, 3, 3, 0), ADDRESS))).isEqualTo("maybe-sent-twice");
    assertThat(why(of(delivery(Channel.PUSH, 1, 1, 0), target(Optional.of("t"), false, false))))
        .isEqualTo("consent-withdrawn");
    assertThat(why(of(delivery(Channel.PUSH, 1, 1, 0), target(Optional.of("t"), true, true))))
        .isEqualTo("address-gone");
    assertThat(why(of(delivery(Channel.PUSH, 1, 1, 0), target(Optional.empty(), true, false))))
        .isEqualTo("address-gone");
  }

  @Test
  void anIncomingCallIsNotToldOnceSomebodyAnsweredOrTheCallerGaveUp() {
    Message over = Messages.call(MessageKind.INCOMING_CALL, true);
    Target target = new Target(Optional.of(over), Optional.of("token"), true, false);
    assertThat(why(of(delivery(Channel.PUSH, 1, 1, 0), target))).isEqualTo("expired");
  }

  @Test
  void anIncomingCallIsNotToldAfterItHasRungOut() {
    Target call =
        new Target(
            Optional.of(Messages.call(MessageKind.INCOMING_CALL)),
            Optional.of("token"),
            true,
            false);
    Delivery delivery = delivery(Channel.PUSH, 1, 1, 0);
    assertThat(Sending.of(delivery, call, NOON)).isInstanceOf(Sending.Go.class);
    Delivery later =
        new Delivery(
            delivery.customer(),
            delivery.id(),
            delivery.outbox(),
            delivery.subject(),
            delivery.account(),
            delivery.channel(),
            delivery.device(),
            delivery.address(),
            1,
            1,
            0,
            NOON.plusSeconds(90));
    assertThat(why(Sending.of(later, call, NOON.plusSeconds(45)))).isEqualTo("expired");
  }

  @Test
  void theAnswerDecidesWhatIsWrittenDown() {
    Delivery first = delivery(Channel.EMAIL, 1, 1, 0);
    assertThat(closing(first, new Outcome.Accepted("ref"))).isEqualTo(new Closing.Sent("ref"));
    assertThat(closing(first, new Outcome.Failed("address-refused")))
        .isEqualTo(new Closing.Dead("address-refused", false));
    assertThat(closing(first, new Outcome.Gone("address-gone")))
        .isEqualTo(new Closing.Dead("address-gone", false));
    assertThat(closing(delivery(Channel.PUSH, 1, 1, 0), new Outcome.Gone("address-gone")))
        .isEqualTo(new Closing.Dead("address-gone", true));
    assertThat(closing(first, new Outcome.Retry(Optional.of(Duration.ofMinutes(2)), "x")))
        .isEqualTo(new Closing.Again(NOON.plusSeconds(120), "x", true));
    assertThat(closing(first, new Outcome.Unsure("x")))
        .isEqualTo(new Closing.Again(NOON.plusSeconds(1), "x", false));
  }

  @Test
  void aSecondUnsureSmsIsTheLast() {
    assertThat(closing(delivery(Channel.SMS, 1, 1, 0), new Outcome.Unsure("x")))
        .isInstanceOf(Closing.Again.class);
    assertThat(closing(delivery(Channel.SMS, 2, 2, 0), new Outcome.Unsure("x")))
        .isEqualTo(new Closing.Dead("maybe-sent-twice", false));
  }

  @Test
  void whatWouldBeTriedAfterItsWorthIsGivenUp() {
    assertThat(
            Closing.of(
                delivery(Channel.PUSH, 6, 6, 0),
                Messages.call(MessageKind.INCOMING_CALL),
                new Outcome.Retry(Optional.empty(), "x"),
                NOON.plusSeconds(20),
                0.5))
        .isEqualTo(new Closing.Dead("provider-unavailable", false));
  }

  @Test
  void aProviderThatDoesNotAnswerIsOnlyProbedUntilItDoes() {
    Pace pace = Pace.FULL;
    for (int i = 0; i < 8; i++) {
      assertThat(pace.atOnce(32)).isEqualTo(32);
      pace = pace.after(new Outcome.Unsure("x"));
    }
    assertThat(pace.atOnce(32)).isEqualTo(1);
    assertThat(pace.after(new Outcome.Failed("x")).atOnce(32)).isEqualTo(32);
  }

  private static Closing closing(Delivery delivery, Outcome outcome) {
    return Closing.of(delivery, NOTE, outcome, NOON, 0.5);
  }

  private static Sending of(Delivery delivery, Target target) {
    return Sending.of(delivery, target, NOON);
  }

  private static String why(Sending sending) {
    assertThat(sending).isInstanceOf(Sending.Never.class);
    return ((Sending.Never) sending).why();
  }

  private static Target target(Optional<String> token, boolean consent, boolean retired) {
    return new Target(Optional.of(NOTE), token, consent, retired);
  }
}
