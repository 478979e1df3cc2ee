package io.permanence.callrouter.agi;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at each line of a request before Asterisk-Java does. Refused are: too many lines, a line
 * that is none of Asterisk's, a control character, a key Asterisk does not send, a key for the
 * second time (a line that a caller smuggled in), more arguments than any question has. Pure: it
 * remembers the keys of one request.
 */
final class RequestGuard {
  private static final int MOST_LINES = 40;
  private static final Pattern LINE = Pattern.compile("agi_([a-z0-9_]{1,32}):(?: (\\P{Cntrl}*))?");
  private static final Set<String> KEYS =
      Set.of(
          "network",
          "network_script",
          "request",
          "channel",
          "language",
          "type",
          "uniqueid",
          "version",
          "callerid",
          "calleridname",
          "callingpres",
          "callingani2",
          "callington",
          "callingtns",
          "dnid",
          "rdnis",
          "context",
          "extension",
          "priority",
          "enhanced",
          "accountcode",
          "threadid",
          "arg_1",
          "arg_2",
          "arg_3",
          "arg_4");

  private final Set<String> seen = new HashSet<>();
  private int lines;

  /** Whether the line may stand in the request. */
  boolean accepts(String line) {
    if (++lines > MOST_LINES) {
      return false;
    }
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() && KEYS.contains(matcher.group(1)) && seen.add(matcher.group(1));
  }
}
