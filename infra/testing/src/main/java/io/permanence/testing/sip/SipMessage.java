package io.permanence.testing.sip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of SIPp's log.
 *
 * @param at when it was sent or received
 * @param received false for one that SIPp sent
 * @param text as it was on the wire
 */
public record SipMessage(Instant at, boolean received, String text) {
  private static final Pattern HEAD =
      Pattern.compile(
          "^-{40,} (\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)\\R\\w+ message (received|sent) \\[\\d+\\] bytes:?\\R\\R",
          Pattern.MULTILINE);

  static List<SipMessage> parse(String log) {
    List<SipMessage> messages = new ArrayList<>();
    Matcher head = HEAD.matcher(log);
    boolean found = head.find();
    while (found) {
      Instant at = Instant.parse(head.group(1));
      boolean received = head.group(2).equals("received");
      int start = head.end();
      found = head.find();
      messages.add(
          new SipMessage(at, received, log.substring(start, found ? head.start() : log.length())));
    }
    return messages;
  }

  /** The status code, or 0 for a request. */
  public int status() {
    return text.startsWith("SIP/2.0 ") ? Integer.parseInt(text.substring(8, 11)) : 0;
  }

  /** The method of a request, or of what a response answers. */
  public String method() {
    return status() == 0
        ? text.substring(0, text.indexOf(' '))
        : header("CSeq").map(value -> value.substring(value.indexOf(' ') + 1)).orElse("");
  }

  /** The request URI's user part; empty for a response. */
  public String dialled() {
    Matcher uri = Pattern.compile("^[A-Z]+ sip:([^@ ]*)@").matcher(text);
    return uri.find() ? uri.group(1) : "";
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    String prefix = "\n" + name.toLowerCase(Locale.ROOT) + ":";
    int at = text.toLowerCase(Locale.ROOT).indexOf(prefix);
    if (at < 0) {
      return Optional.empty();
    }
    int start = at + prefix.length();
    int end = text.indexOf('\n', start);
    return Optional.of(text.substring(start, end < 0 ? text.length() : end).strip());
  }

  /** The call it belongs to. */
  public String callId() {
    return header("Call-ID").orElse("");
  }
}
