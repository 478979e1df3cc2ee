package io.permanence.e2e.faults;

import java.util.Random;

/** Damages a text in one of the ways that break parsers. */
final class Mutation {
  private static final String[] PIECES = {
    "\r\n", "\r\n\r\n", "\n", "\0", ": ", "%s%n", "-1", "4294967296", "99999999999999999999", ";",
    "\"", "<", ">", "@", "sip:", "tag=", "\u00ff", "\ud83d\ude00", "agi_arg_4: x", "Response: x",
    "Event: ", "ActionID: ", " ", ",", "="
  };

  private Mutation() {}

  /** A damaged copy; one to four damages. */
  static String of(String text, Random random) {
    String damaged = text;
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static String once(String text, Random random) {
    int length = text.length();
    int at = random.nextInt(length + 1);
    int end = Math.min(length, at + random.nextInt(40));
    String before = text.substring(0, at);
    return switch (random.nextInt(9)) {
      case 0 -> before; // broken off
      case 1 -> before + text.substring(end);
      case 2 ->
          before + text.substring(at, end).repeat(1 + random.nextInt(50)) + text.substring(end);
      case 3 -> before + PIECES[random.nextInt(PIECES.length)] + text.substring(at);
      case 4 -> before + (char) random.nextInt(256) + text.substring(Math.min(length, at + 1));
      case 5 -> before + "A".repeat(random.nextInt(3_000)) + text.substring(at);
      case 6 -> swapped(text, random);
      case 7 -> before + noise(random) + text.substring(end);
      default -> text.replaceAll("\\d+", Integer.toString(random.nextInt()));
    };
  }

  private static String swapped(String text, Random random) {
    String[] lines = text.split("\n", -1);
    int one = random.nextInt(lines.length);
    int other = random.nextInt(lines.length);
    String kept = lines[one];
    lines[one] = lines[other];
    lines[other] = kept;
    return String.join("\n", lines);
  }

  private static String noise(Random random) {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      noise.append((char) random.nextInt(256));
    }
    return noise.toString();
  }
}
