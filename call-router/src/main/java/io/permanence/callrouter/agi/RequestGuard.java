package io.permanence.callrouter.agi;

import java.util.HashSet;
import java.util.Set;

/**
 * Looks at each line of a request before Asterisk-Java does. Refused are: too many lines, a line
 * that is none of Asterisk's, a control character, a key Asterisk does not send, a key for the
 * second time (a line that a caller smuggled in), more arguments than any question has. Pure: it
 * remembers the keys of one request.
 */
final class RequestGuard {
  private static final int MOST_LINES = 40;
  private static final int DELETE = 0x7f;
  private static final String PREFIX = "agi_";
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
    if (++lines > MOST_LINES || !line.startsWith(PREFIX)) {
      return false;
    }
    int colon = line.indexOf(':');
    String key = colon < 0 ? "" : line.substring(PREFIX.length(), colon);
    return KEYS.contains(key) && isValue(line, colon + 1) && seen.add(key);
  }

  /** Nothing, or a space and text without control characters. */
  private static boolean isValue(String line, int from) {
    if (from < line.length() && line.charAt(from) != ' ') {
      return false;
    }
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) == DELETE) {
        return false;
      }
    }
    return true;
  }
}
