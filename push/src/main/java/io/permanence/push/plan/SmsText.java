package io.permanence.push.plan;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Message;
import io.permanence.model.delivery.MessageKind;
import java.time.format.DateTimeFormatter;

/**
 * A short message: who, which number, what about; in the telephone network's own alphabet, at most
 * two parts.
 */
public final class SmsText {
  private static final int LONGEST_NAME = 60;

  private SmsText() {}

  /** The SMS with a code that proves a number. */
  public static String ofCode(Message message, String digits) {
    return Gsm7.cut(Gsm7.fold(Words.of(message.language()).code(digits)), 1);
  }

  /** The SMS of a message. */
  public static String of(Message message) {
    Words words = Words.of(message.language());
    StringBuilder text = new StringBuilder(320);
    if (message.urgency() == Urgency.URGENT) {
      text.append(words.urgent).append(" - ");
    }
    text.append(words.name(message.kind())).append(": ");
    String name = PlainText.line(message.callerName(), LONGEST_NAME);
    if (!name.isEmpty()) {
      text.append(name).append(", ");
    }
    text.append(message.callerNumber().map(PhoneNumber::e164).orElse(words.withheld));
    if (message.kind() != MessageKind.NOTE) {
      text.append(", ")
          .append(DateTimeFormatter.ofPattern("HH:mm").format(message.at().atZone(message.zone())));
    }
    if (message.callbackWanted()) {
      text.append(". ").append(words.callback.replaceAll("\\.$", ""));
    }
    String request = PlainText.line(message.request(), 1000);
    if (!request.isEmpty()) {
      text.append(". ").append(request);
    }
    return Gsm7.cut(Gsm7.fold(text.toString()), 2);
  }
}
