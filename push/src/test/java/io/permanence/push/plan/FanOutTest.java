package io.permanence.push.plan;

import static io.permanence.push.plan.Messages.NOON;
import static io.permanence.push.plan.Messages.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.model.Urgency;
import io.permanence.model.delivery.Audience;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.delivery.OutboxEntry;
import io.permanence.model.delivery.PlannedDelivery;
import io.permanence.model.delivery.Preference;
import io.permanence.model.delivery.PushDevice;
import io.permanence.model.delivery.QuietHours;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FanOutTest {
  private static final AccountId MARTIN = AccountId.random();
  private static final AccountId COLLEAGUE = AccountId.random();
  private static final PushDevice PHONE = new PushDevice(UUID.randomUUID(), MARTIN);
  private static final PushDevice TABLET = new PushDevice(UUID.randomUUID(), MARTIN);
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(11, 30), LocalTime.of(14, 0));

  @Test
  void aPersonIsToldOnEveryDeviceAndOnEveryChannelTheyChose() {
    assertThat(
            plan(
                MessageKind.NOTE,
                List.of(PHONE, TABLET),
                chosen(MARTIN, Channel.EMAIL, true, "a@example.org"),
                chosen(COLLEAGUE, Channel.SMS, true, "+33639980001")))
        .extracting(PlannedDelivery::channel)
        .containsExactly(Channel.PUSH, Channel.PUSH, Channel.EMAIL, Channel.SMS);
  }

  @Test
  void whatIsSwitchedOffOrHasNoAddressIsNotUsed() {
    assertThat(
            plan(
                MessageKind.NOTE,
                List.of(PHONE),
                chosen(MARTIN, Channel.PUSH, false, null),
                chosen(MARTIN, Channel.EMAIL, false, "a@example.org"),
                chosen(MARTIN, Channel.SMS, true, null)))
        .isEmpty();
  }

  @Test
  void onlyTheWishesForThisUrgencyCount() {
    Preference urgent =
        new Preference(
            MARTIN,
            Channel.SMS,
            Urgency.URGENT,
            true,
            Optional.of("+33639980001"),
            Optional.empty(),
            false);
    assertThat(plan(MessageKind.NOTE, List.of(), urgent)).isEmpty();
  }

  @Test
  void quietHoursHoldANoteUntilTheyEnd() {
    assertThat(plan(MessageKind.NOTE, List.of(PHONE), quiet(Channel.PUSH), quiet(Channel.EMAIL)))
        .extracting(PlannedDelivery::dueAt)
        .containsOnly(Instant.parse("2026-11-22T13:00:00Z"));
  }

  @Test
  void anIncomingCallIsPushedToTheDevicesOfWhoeverChoseSoAndNowhereElse() {
    PushDevice other = new PushDevice(UUID.randomUUID(), COLLEAGUE);
    assertThat(
            plan(
                MessageKind.INCOMING_CALL,
                List.of(PHONE, TABLET, other),
                whileItRings(MARTIN, true),
                chosen(MARTIN, Channel.EMAIL, true, "a@b.c"),
                chosen(COLLEAGUE, Channel.PUSH, true, null)))
        .extracting(delivery -> delivery.device().orElseThrow())
        .containsExactly(PHONE.id(), TABLET.id());
  }

  @Test
  void whoChoseNothingIsNotToldThatACallRings() {
    assertThat(plan(MessageKind.INCOMING_CALL, List.of(PHONE))).isEmpty();
  }

  @Test
  void pushForCallsAndPushForNotesAreTwoChoices() {
    assertThat(plan(MessageKind.INCOMING_CALL, List.of(PHONE), whileItRings(MARTIN, false)))
        .hasSize(1);
    assertThat(plan(MessageKind.NOTE, List.of(PHONE), whileItRings(MARTIN, false))).isEmpty();
  }

  @Test
  void anIncomingCallInQuietHoursIsNotToldAtAll() {
    assertThat(plan(MessageKind.INCOMING_CALL, List.of(PHONE), quiet(Channel.PUSH))).isEmpty();
  }

  @ParameterizedTest(name = "{0}-{1} at {2} ends {3}")
  @CsvSource({
    "22:00, 07:00, 2026-11-22T20:59:59Z, 2026-11-22T20:59:59Z",
    "22:00, 07:00, 2026-11-22T21:00:00Z, 2026-11-23T06:00:00Z",
    "22:00, 07:00, 2026-11-23T05:59:59Z, 2026-11-23T06:00:00Z",
    "22:00, 07:00, 2026-11-23T06:00:00Z, 2026-11-23T06:00:00Z",
    "12:00, 14:00, 2026-11-22T12:00:00Z, 2026-11-22T13:00:00Z",
    "08:00, 08:00, 2026-11-22T07:00:00Z, 2026-11-22T07:00:00Z",
    "22:00, 02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z",
    "22:00, 02:30, 2026-10-24T21:00:00Z, 2026-10-25T00:30:00Z",
  })
  void quietHoursEndInTheCustomersZoneAlsoInTheNightsTheClockChanges(
      LocalTime from, LocalTime to, Instant at, Instant until) {
    assertThat(new QuietHours(from, to).until(at, PARIS)).isEqualTo(until);
  }

  private static Preference quiet(Channel channel) {
    return new Preference(
        MARTIN,
        channel,
        Urgency.NORMAL,
        true,
        Optional.of("a@example.org"),
        Optional.of(NIGHT),
        channel == Channel.PUSH);
  }

  private static Preference chosen(
      AccountId account,
      Channel channel,
      boolean enabled,
      @org.jspecify.annotations.Nullable String address) {
    return new Preference(
        account,
        channel,
        Urgency.NORMAL,
        enabled,
        Optional.ofNullable(address),
        Optional.empty(),
        false);
  }

  private static Preference whileItRings(AccountId account, boolean notesToo) {
    return new Preference(
        account, Channel.PUSH, Urgency.NORMAL, notesToo, Optional.empty(), Optional.empty(), true);
  }

  private static List<PlannedDelivery> plan(
      MessageKind kind, List<PushDevice> devices, Preference... preferences) {
    OutboxEntry entry =
        new OutboxEntry(CustomerId.random(), UUID.randomUUID(), kind, UUID.randomUUID(), NOON, 1);
    return FanOut.of(
        entry, new Audience(PARIS, Urgency.NORMAL, List.of(preferences), devices), NOON);
  }
}
