package io.permanence.testing.sip.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes the messages of one agent.
 *
 * @param local its address and port
 * @param host its address
 * @param soundPort where it wants the sound
 */
record SipWriter(String local, String host, int soundPort) {
  private static final String FORWARDS = "Max-Forwards: 70";

  SipPacket invite(Invitation invitation, String asterisk, String id) {
    String uri = "sip:%s@%s".formatted(invitation.dialled(), asterisk);
    String contact = invitation.contact();
    List<String> headers = new ArrayList<>();
    headers.add(via(branch()));
    headers.add("From: %s;tag=%s".formatted(invitation.from(), UUID.randomUUID()));
    headers.add("To: <%s>".formatted(uri));
    headers.add("Call-ID: " + id);
    headers.add("CSeq: 1 INVITE");
    headers.add(FORWARDS);
    headers.add("Contact: <%s>".formatted(contact.isEmpty() ? "sip:agent@" + local : contact));
    headers.addAll(invitation.headers());
    return new SipPacket("INVITE " + uri + " SIP/2.0", headers, description());
  }

  String cancel(AgentCall call) {
    SipPacket invite = call.invite;
    List<String> headers = new ArrayList<>();
    for (String name : List.of("Via", "From", "To", "Call-ID")) {
      headers.add(name + ": " + invite.header(name));
    }
    headers.add("CSeq: 1 CANCEL");
    headers.add(FORWARDS);
    return text(new SipPacket(invite.start().replaceFirst("INVITE", "CANCEL"), headers, ""));
  }

  String bye(AgentCall call, String branch) {
    SipPacket invite = call.invite;
    boolean placed = call.placed();
    return text(
        new SipPacket(
            "BYE " + call.target() + " SIP/2.0",
            List.of(
                via(branch),
                "From: " + (placed ? invite.header("From") : tagged(invite.header("To"))),
                "To: "
                    + (placed
                        ? invite.header("To") + ";tag=" + call.peerTag()
                        : invite.header("From")),
                "Call-ID: " + call.id(),
                "CSeq: %d BYE".formatted(call.nextSequence()),
                FORWARDS),
            ""));
  }

  /** For a success in a transaction of its own, for a refusal in the INVITE's. */
  String acknowledgement(AgentCall call, SipPacket answer) {
    boolean success = answer.status() < 300;
    String via = call.invite.header("Via");
    return text(
        new SipPacket(
            "ACK %s SIP/2.0"
                .formatted(success ? answer.contact() : call.invite.start().split(" ", -1)[1]),
            List.of(
                success ? via(branch()) : "Via: " + via,
                "From: " + call.invite.header("From"),
                "To: " + answer.header("To"),
                "Call-ID: " + call.id(),
                "CSeq: 1 ACK",
                FORWARDS),
            ""));
  }

  String response(SipPacket request, int status, boolean described) {
    List<String> headers = new ArrayList<>();
    request.all("Via").forEach(via -> headers.add("Via: " + via));
    headers.add("From: " + request.header("From"));
    headers.add("To: " + tagged(request.header("To")));
    headers.add("Call-ID: " + request.callId());
    headers.add("CSeq: " + request.header("CSeq"));
    headers.add("Contact: <sip:agent@%s>".formatted(local));
    return text(
        new SipPacket(
            "SIP/2.0 %d Said".formatted(status), headers, described ? description() : ""));
  }

  private String via(String branch) {
    return "Via: SIP/2.0/UDP %s;branch=%s".formatted(local, branch);
  }

  private static String tagged(String to) {
    return to.contains("tag=") ? to : to + ";tag=agent";
  }

  private String description() {
    return """
    v=0
    o=- 1 1 IN IP4 %1$s
    s=-
    c=IN IP4 %1$s
    t=0 0
    m=audio %2$d RTP/AVP 8
    a=rtpmap:8 PCMA/8000
    a=ptime:20
    a=sendrecv
    """
        .formatted(host, soundPort)
        .replace("\n", "\r\n");
  }

  static String text(SipPacket packet) {
    StringBuilder text = new StringBuilder(packet.start()).append("\r\n");
    packet.headers().forEach(line -> text.append(line).append("\r\n"));
    if (!packet.body().isEmpty()) {
      text.append("Content-Type: application/sdp\r\n");
    }
    int length = packet.body().getBytes(StandardCharsets.UTF_8).length;
    return text.append("Content-Length: %d\r\n\r\n%s".formatted(length, packet.body())).toString();
  }

  static String branch() {
    return "z9hG4bK" + UUID.randomUUID();
  }
}
