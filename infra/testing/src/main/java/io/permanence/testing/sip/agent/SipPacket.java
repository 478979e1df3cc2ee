package io.permanence.testing.sip.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SIP message, read as a telephone reads it.
 *
 * @param start request line or status line
 * @param headers in order, each {@code Name: value}
 * @param body what follows the empty line
 */
public record SipPacket(String start, List<String> headers, String body) {
  private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 (\\d{3}).*");
  private static final Pattern TAG = Pattern.compile(";\\s*tag=([^;>\\s]+)");
  private static final Pattern USER = Pattern.compile("sips?:([^@;>\\s]*)@");
  private static final Pattern AUDIO = Pattern.compile("m=audio (\\d+)");
  private static final Pattern HOST = Pattern.compile("c=IN IP4 ([0-9.]+)");

  static SipPacket parse(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    String[] lines = head.split("\r\n", -1);
    List<String> headers = new ArrayList<>(List.of(lines).subList(1, lines.length));
    return new SipPacket(lines[0], headers, end < 0 ? "" : text.substring(end + 4));
  }

  /** The status code; 0 for a request. */
  public int status() {
    Matcher matcher = STATUS.matcher(start);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The method: of the request, or the one a response answers. */
  public String method() {
    if (status() == 0) {
      return start.substring(0, Math.max(0, start.indexOf(' ')));
    }
    String sequence = header("CSeq");
    return sequence.substring(sequence.indexOf(' ') + 1).strip();
  }

  /** The first header of that name; empty when there is none. */
  public String header(String name) {
    return all(name).stream().findFirst().orElse("");
  }

  List<String> all(String name) {
    return headers.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  /** The call it belongs to. */
  public String callId() {
    return header("Call-ID");
  }

  /** User part of the request URI. */
  public String dialled() {
    Matcher matcher = USER.matcher(start);
    return matcher.find() ? matcher.group(1) : "";
  }

  Optional<String> tag(String header) {
    Matcher matcher = TAG.matcher(header(header));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The URI of Contact. */
  String contact() {
    String value = header("Contact");
    int open = value.indexOf('<');
    int close = value.indexOf('>');
    return open >= 0 && close > open ? value.substring(open + 1, close) : value;
  }

  /** Where the other side wants the sound; empty without a description. */
  Optional<java.net.InetSocketAddress> sound() {
    Matcher port = AUDIO.matcher(body);
    Matcher host = HOST.matcher(body);
    return port.find() && host.find()
        ? Optional.of(
            new java.net.InetSocketAddress(host.group(1), Integer.parseInt(port.group(1))))
        : Optional.empty();
  }
}
