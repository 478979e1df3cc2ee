package io.permanence.push.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Urgency;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.push.StandIns;
import io.permanence.push.Waiting;
import io.permanence.push.plan.Messages;
import io.permanence.push.plan.Outcome;
import io.permanence.push.plan.Sending;
import io.permanence.push.relay.Carrier;
import io.permanence.testing.standin.fcm.FcmFault;
import io.permanence.testing.standin.inbox.InboxFilter;
import io.permanence.testing.standin.inbox.InboxMessage;
import io.permanence.testing.standin.sms.SmsFault;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every channel must do alike, against its provider's protocol at the wire. */
@ExtendWith(VertxExtension.class)
class ChannelContractTest {
  private static final String TOKEN = "demo-" + UUID.randomUUID();
  private static final String EMAIL = "martin@example.org";
  private static final String NUMBER = "+33639980001";

  private final Clock clock = Clock.fixed(Messages.NOON, ZoneOffset.UTC);
  private StandIns standIns;
  private List<Carrier> carriers;

  @BeforeEach
  void start(Vertx vertx) {
    standIns = new StandIns(vertx);
    carriers = standIns.carriers(vertx, clock);
  }

  @AfterEach
  void stop() {
    carriers.forEach(carrier -> Waiting.on(carrier.close()));
    standIns.close();
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void whatTheProviderTakesIsAcceptedAndArrivesOnce(Channel channel) {
    assertThat(carry(channel, sending(channel, address(channel))))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class, accepted -> assertThat(accepted.providerRef()).isNotEmpty());
    assertThat(arrived()).singleElement().extracting(InboxMessage::to).isEqualTo(address(channel));
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void aRepeatCarriesTheSameId(Channel channel) {
    Sending.Go sending = sending(channel, address(channel));
    carry(channel, sending);
    carry(channel, sending);
    assertThat(arrived().stream().map(ChannelContractTest::id).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void aProviderThatIsBusyIsAskedLater(Channel channel) {
    switch (channel) {
      case PUSH -> standIns.fcm.fail(TOKEN, FcmFault.QUOTA_EXCEEDED, 1, Duration.ofSeconds(7));
      case EMAIL -> standIns.smtp.faults().refuse(EMAIL, "451 4.3.0 Try again later", 1);
      case SMS -> standIns.sms.fail(NUMBER, SmsFault.BUSY, 1, Duration.ofSeconds(7));
    }
    Optional<Duration> asked =
        channel == Channel.EMAIL ? Optional.empty() : Optional.of(Duration.ofSeconds(7));
    assertThat(carry(channel, sending(channel, address(channel))))
        .isEqualTo(new Outcome.Retry(asked, "provider-unavailable"));
    assertThat(arrived()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void aProviderThatIsDownIsAskedLater(Channel channel) {
    standIns.close();
    assertThat(carry(channel, sending(channel, address(channel))))
        .isInstanceOf(channel == Channel.PUSH ? Outcome.class : Outcome.Retry.class)
        .isNotInstanceOfAny(Outcome.Gone.class, Outcome.Failed.class, Outcome.Accepted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"PUSH", "EMAIL"})
  void anAddressThatIsGoneIsGone(Channel channel) {
    standIns.fcm.remove(TOKEN);
    standIns.smtp.faults().refuse(EMAIL, "550 5.1.1 No such user", 1);
    assertThat(carry(channel, sending(channel, address(channel))))
        .isEqualTo(new Outcome.Gone("address-gone"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"PUSH", "SMS"})
  void aLineCutBeforeTheAnswerIsUnsure(Channel channel) {
    standIns.fcm.fail(TOKEN, FcmFault.CUT_AFTER_ACCEPTING, 2, Duration.ZERO);
    standIns.sms.fail(NUMBER, SmsFault.CUT_AFTER_ACCEPTING, 2, Duration.ZERO);
    assertThat(carry(channel, sending(channel, address(channel))))
        .isEqualTo(new Outcome.Unsure("provider-unavailable"));
  }

  @ParameterizedTest
  @EnumSource(
      value = FcmFault.class,
      names = {"UNAVAILABLE", "INTERNAL", "THIRD_PARTY_AUTH_ERROR"})
  void whatAilsThePushServiceIsNotTheMessagesFault(FcmFault fault) {
    standIns.fcm.fail(TOKEN, fault, 9, Duration.ofSeconds(3));
    long began = System.nanoTime();
    assertThat(carry(Channel.PUSH, sending(Channel.PUSH, TOKEN))).isInstanceOf(Outcome.Retry.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Sending.PATIENCE);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void anAddressThatIsNoneIsRefusedForGood(Channel channel) {
    for (String address :
        List.of(
            "a@example.org\r\nBcc: b@example.org",
            "a@example.org, b@example.org",
            "Martin <a@example.org>",
            "+336\r\n399",
            "")) {
      assertThat(carry(channel, sending(channel, address))).isInstanceOf(Outcome.Failed.class);
    }
    assertThat(arrived()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void nothingThatWasTypedBecomesAHeaderOrASecondRecipient(Channel channel) {
    String hostile = "Roy\r\nBcc: spy@example.org\r\n\r\nX\u0000";
    carry(channel, sending(channel, address(channel), hostile));
    assertThat(arrived())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.to()).isEqualTo(address(channel));
              assertThat(message.headers().keySet()).doesNotContain("Bcc");
              assertThat(String.valueOf(message.subject())).doesNotContain("\r", "\n");
            });
  }

  private Outcome carry(Channel channel, Sending.Go sending) {
    Carrier carrier =
        carriers.stream().filter(one -> one.channel() == channel).findFirst().orElseThrow();
    return Waiting.on(carrier.carry(sending));
  }

  private List<InboxMessage> arrived() {
    return standIns.inbox.find(InboxFilter.ALL);
  }

  private static String id(InboxMessage message) {
    return switch (message.channel()) {
      case EMAIL -> String.valueOf(message.headers().get("Message-ID"));
      case SMS, PUSH ->
          String.valueOf(message.data()).replaceAll(".*\"(?:reference|tag)\":\"([^\"]*)\".*", "$1");
    };
  }

  private static String address(Channel channel) {
    return switch (channel) {
      case PUSH -> TOKEN;
      case EMAIL -> EMAIL;
      case SMS -> NUMBER;
    };
  }

  private Sending.Go sending(Channel channel, String address) {
    return sending(channel, address, "Roy");
  }

  private Sending.Go sending(Channel channel, String address, String caller) {
    Delivery delivery = Messages.delivery(channel, 1, 1, 0);
    return new Sending.Go(
        delivery, Messages.note(Urgency.NORMAL, Locale.FRENCH, caller, "Rappeler"), address);
  }
}
