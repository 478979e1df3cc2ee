package io.permanence.model.delivery;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is told, with everything a text may need. Push uses only the kind and the subject (C3).
 *
 * @param subject the note or call
 * @param customerName as the company knows the customer
 * @param callerName empty when nobody asked
 * @param request empty when there is no note
 * @param answers to the customer's own questions, by the questions' words, in the order asked
 * @param callbackWanted the caller wants to be called back
 * @param at when the note was sent or the call arrived
 * @param toldAt when it was decided to tell it
 * @param rungOut of an incoming call: somebody answered it since, or the caller gave up
 */
public record Message(
    MessageKind kind,
    UUID subject,
    Locale language,
    ZoneId zone,
    String customerName,
    String callerName,
    Optional<PhoneNumber> callerNumber,
    String request,
    Map<String, String> answers,
    boolean callbackWanted,
    Urgency urgency,
    Instant at,
    Instant toldAt,
    boolean rungOut) {
  public Message {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  @Override
  public String toString() {
    return "Message[" + kind + " " + subject + "]";
  }
}
