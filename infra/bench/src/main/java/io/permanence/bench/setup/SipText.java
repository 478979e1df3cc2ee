package io.permanence.bench.setup;

import java.nio.charset.StandardCharsets;

/** The few SIP messages a carrier sends, and the few things it reads in those it gets. */
final class SipText {
  private SipText() {}

  static String sdp(String host, int rtpPort) {
    return """
    v=0
    o=- 1 1 IN IP4 %1$s
    s=-
    c=IN IP4 %1$s
    t=0 0
    m=audio %2$d RTP/AVP 8
    a=rtpmap:8 PCMA/8000
    """
        .formatted(host, rtpPort)
        .replace("\n", "\r\n");
  }

  static String invite(Dialogue call, String sdp) {
    return request("INVITE", call.uri(), call, call.to(), 1, "")
        + "Contact: <sip:carrier@%s>\r\nContent-Type: application/sdp\r\n".formatted(call.local())
        + body(sdp);
  }

  /** The ACK of a 200, or the BYE that ends the call. */
  static String within(String method, Dialogue call, String answer, int sequence) {
    String contact = header(answer, "Contact");
    String uri = contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    return request(method, uri, call, header(answer, "To"), sequence, method) + body("");
  }

  /** The ACK of a refusal: belongs to the INVITE's own transaction. */
  static String ackOfRefusal(Dialogue call, String answer) {
    return request("ACK", call.uri(), call, header(answer, "To"), 1, "") + body("");
  }

  private static String request(
      String method, String uri, Dialogue call, String to, int sequence, String branch) {
    return "%s %s SIP/2.0\r\n".formatted(method, uri)
        + "Via: SIP/2.0/UDP %s;branch=z9hG4bK%s%s;rport\r\n"
            .formatted(call.local(), call.id(), branch)
        + "Max-Forwards: 70\r\nFrom: %s;tag=carrier\r\nTo: %s\r\n".formatted(call.from(), to)
        + "Call-ID: %s\r\nCSeq: %d %s\r\n".formatted(call.id(), sequence, method);
  }

  /** An answer to a request that we got. */
  static String answer(String request, String status, String contact, String sdp) {
    StringBuilder text = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
    request
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> is(line, "Via") || is(line, "From") || is(line, "Call-ID"))
        .forEach(line -> text.append(line).append("\r\n"));
    text.append("CSeq: ").append(header(request, "CSeq")).append("\r\n");
    String to = header(request, "To");
    text.append("To: ").append(to).append(to.contains("tag=") ? "" : ";tag=answered");
    text.append("\r\nContact: <sip:customer@").append(contact).append(">\r\n");
    if (!sdp.isEmpty()) {
      text.append("Content-Type: application/sdp\r\n");
    }
    return text + body(sdp);
  }

  private static String body(String sdp) {
    int length = sdp.getBytes(StandardCharsets.US_ASCII).length;
    return "Content-Length: %d\r\n\r\n%s".formatted(length, sdp);
  }

  private static boolean is(String line, String name) {
    return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
  }

  /** The value of a header; empty when there is none. */
  static String header(String message, String name) {
    int at = message.indexOf("\r\n" + name + ":");
    if (at < 0) {
      return "";
    }
    int from = at + name.length() + 3;
    return message.substring(from, message.indexOf("\r\n", from)).strip();
  }

  /** The status of an answer; 0 for a request. */
  static int status(String message) {
    return message.startsWith("SIP/2.0 ") ? Integer.parseInt(message.substring(8, 11)) : 0;
  }

  /** What tells the messages of one call apart from the others'. */
  record Dialogue(String id, String uri, String from, String to, String local) {}
}
