package io.permanence.push.plan;

import io.permanence.model.PhoneNumber;
import io.permanence.model.Urgency;
import io.permanence.model.delivery.Message;
import java.time.format.DateTimeFormatter;

/**
 * An e-mail with the whole content, for the person it belongs to.
 *
 * @param subject one line
 * @param text lines end with {@code \n}
 */
public record MailText(String subject, String text) {
  private static final int LONGEST_SUBJECT = 120;
  private static final int LONGEST_QUESTION = 200;

  /** The e-mail of a message. */
  public static MailText of(Message message) {
    Words words = Words.of(message.language());
    return new MailText(subject(words, message), text(words, message));
  }

  private static String subject(Words words, Message message) {
    String urgent = message.urgency() == Urgency.URGENT ? words.urgent + " – " : "";
    return PlainText.line(
        urgent + words.name(message.kind()) + " – " + caller(words, message), LONGEST_SUBJECT);
  }

  private static String caller(Words words, Message message) {
    String name = PlainText.line(message.callerName(), 200);
    return name.isEmpty()
        ? message.callerNumber().map(PhoneNumber::e164).orElse(words.withheld)
        : name;
  }

  private static String text(Words words, Message message) {
    StringBuilder text = new StringBuilder(400);
    text.append(PlainText.line(message.customerName(), 120)).append("\n");
    text.append(words.name(message.kind()));
    if (message.urgency() == Urgency.URGENT) {
      text.append(" – ").append(words.urgent);
    }
    text.append("\n\n");
    field(text, words, words.from, PlainText.line(message.callerName(), 200));
    field(
        text,
        words,
        words.telephone,
        message.callerNumber().map(PhoneNumber::e164).orElse(words.withheld));
    field(text, words, words.when, time(words, message));
    if (message.callbackWanted()) {
      text.append(words.callback).append("\n");
    }
    String request = PlainText.block(message.request());
    if (!request.isEmpty()) {
      text.append("\n").append(heading(words, words.request)).append("\n").append(request);
      text.append("\n");
    }
    answers(text, words, message);
    return text.append("\n-- \n").append(words.why).append("\n").toString();
  }

  /** The customer's own questions, each with its answer on the next line. */
  private static void answers(StringBuilder text, Words words, Message message) {
    message
        .answers()
        .forEach(
            (question, given) -> {
              String answer = PlainText.block(given);
              if (!answer.isEmpty()) {
                text.append("\n").append(question(words, question)).append("\n");
                text.append(answer).append("\n");
              }
            });
  }

  /** A question that asks by itself needs no colon. */
  private static String question(Words words, String question) {
    String line = PlainText.line(question, LONGEST_QUESTION);
    return line.endsWith("?") ? line : heading(words, line);
  }

  private static void field(StringBuilder text, Words words, String name, String value) {
    if (!value.isEmpty()) {
      text.append(heading(words, name)).append(" ").append(value).append("\n");
    }
  }

  private static String heading(Words words, String name) {
    return words == Words.FRENCH ? name + " :" : name + ":";
  }

  private static String time(Words words, Message message) {
    return DateTimeFormatter.ofPattern(words.time, words.locale())
        .format(message.at().atZone(message.zone()));
  }
}
