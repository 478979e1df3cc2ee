package io.permanence.push.plan;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Channel;
import io.permanence.model.delivery.Delivery;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import io.permanence.model.id.AccountId;
import io.permanence.model.id.CustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Messages and deliveries to plan with. */
public final class Messages {
  public static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  public static final UUID SUBJECT = UUID.fromString("0198f0a2-0000-7000-8000-000000000001");

  private Messages() {}

  /** A note of an urgency, told at noon. */
  public static Message note(Urgency urgency, Locale language, String caller, String request) {
    return new Message(
        MessageKind.NOTE,
        SUBJECT,
        language,
        PARIS,
        "Cabinet Martin",
        caller,
        Optional.of(new PhoneNumber("+33639980101")),
        request,
        Map.of(),
        false,
        urgency,
        NOON,
        NOON,
        false);
  }

  /**
   * The same note of somebody who wants to be called back and answered the customer's questions.
   */
  public static Message answering(Message note, Map<String, String> answers) {
    return new Message(
        note.kind(),
        note.subject(),
        note.language(),
        note.zone(),
        note.customerName(),
        note.callerName(),
        note.callerNumber(),
        note.request(),
        answers,
        true,
        note.urgency(),
        note.at(),
        note.toldAt(),
        note.rungOut());
  }

  /** A call without a known caller, told at noon. */
  public static Message call(MessageKind kind) {
    return call(kind, false);
  }

  /** A call that may have been answered or ended since. */
  public static Message call(MessageKind kind, boolean rungOut) {
    return new Message(
        kind,
        SUBJECT,
        Locale.FRENCH,
        PARIS,
        "Cabinet Martin",
        "",
        Optional.empty(),
        "",
        Map.of(),
        false,
        Urgency.NORMAL,
        NOON,
        NOON,
        rungOut);
  }

  /** A delivery that was just taken up. */
  public static Delivery delivery(Channel channel, int attempts, int unsure, int abandoned) {
    return new Delivery(
        CustomerId.random(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        SUBJECT,
        AccountId.random(),
        channel,
        channel == Channel.PUSH ? Optional.of(UUID.randomUUID()) : Optional.empty(),
        channel == Channel.PUSH ? Optional.empty() : Optional.of("an address"),
        attempts,
        unsure,
        abandoned,
        NOON.plusSeconds(12));
  }
}
