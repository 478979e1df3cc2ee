package io.permanence.testing.sip;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** SIPp's scenario of telephones that are called, one behaviour for each number. */
final class PhoneScenario {
  private static final String TAG = ";tag=[pid]p[call_number]";

  private final StringBuilder text = new StringBuilder();
  private final int hear;
  private final Optional<Path> say;

  private PhoneScenario(int hear, Optional<Path> say) {
    this.hear = hear;
    this.say = say;
  }

  /**
   * The text.
   *
   * @param behaviours by regular expression on the number called, in order; others are unknown
   *     (404)
   * @param hear port that receives the sound
   * @param say raw A-law file; empty when somebody else speaks
   */
  static String of(Map<String, Behaviour> behaviours, int hear, Optional<Path> say) {
    return new PhoneScenario(hear, say).write(behaviours);
  }

  private String write(Map<String, Behaviour> behaviours) {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>");
    line("<!DOCTYPE scenario SYSTEM \"sipp.dtd\">");
    line("<scenario name=\"telephones\">");
    line("<recv request=\"INVITE\" rrs=\"true\"><action>");
    int n = 0;
    for (String number : behaviours.keySet()) {
      line(
          "<ereg regexp=\"^INVITE sip:%s@\" search_in=\"msg\" assign_to=\"n%d\"/>"
              .formatted(number, n++));
    }
    line("</action></recv>");
    for (int i = 0; i < n; i++) {
      line("<nop test=\"n%d\" next=\"b%d\"/>".formatted(i, i));
    }
    refuse(new Behaviour.Refuses(404, 1));
    n = 0;
    for (Behaviour behaviour : behaviours.values()) {
      line("<label id=\"b%d\"/>".formatted(n));
      switch (behaviour) {
        case Behaviour.Answers answers -> answer(answers, n);
        case Behaviour.NeverAnswers() -> ring();
        case Behaviour.Refuses refuses -> refuse(refuses);
      }
      n++;
    }
    line("<label id=\"end\"/>");
    line("</scenario>");
    return text.toString();
  }

  private void ring() {
    respond("180 Ringing", TAG, "Contact: <sip:[local_ip]:[local_port]>", "");
    line("<recv request=\"CANCEL\"/>");
    cancelled();
  }

  private void answer(Behaviour.Answers answers, int n) {
    respond("180 Ringing", TAG, "Contact: <sip:[local_ip]:[local_port]>", "");
    line(
        "<recv request=\"CANCEL\" timeout=\"%d\" ontimeout=\"a%d\"/>"
            .formatted(Math.max(1, answers.ring().toMillis()), n));
    cancelled();
    line("<label id=\"a%d\"/>".formatted(n));
    respond(
        "200 OK",
        TAG,
        "Contact: <sip:[local_ip]:[local_port]>\n      Content-Type: application/sdp",
        """

              v=0
              o=- 1 1 IN IP4 [local_ip]
              s=-
              c=IN IP4 [local_ip]
              t=0 0
              m=audio %d RTP/AVP 8 101
              a=rtpmap:8 PCMA/8000
              a=rtpmap:101 telephone-event/8000
              a=fmtp:101 0-15
              a=ptime:20
              a=sendrecv
        """
            .formatted(hear));
    line("<recv request=\"ACK\"><action>");
    line("<ereg regexp=\".*\" search_in=\"hdr\" header=\"To:\" assign_to=\"us%d\"/>".formatted(n));
    line(
        "<ereg regexp=\".*\" search_in=\"hdr\" header=\"From:\" assign_to=\"them%d\"/>"
            .formatted(n));
    line("</action></recv>");
    say.ifPresent(
        file ->
            line(
                "<nop><action><exec rtp_stream=\"%s,-1,8,PCMA/8000\"/></action></nop>"
                    .formatted(file)));
    String hold = "timeout=\"%d\" ontimeout=\"h%d\"".formatted(answers.hold().toMillis(), n);
    line("<recv request=\"INFO\" optional=\"true\" next=\"h%d\" %s/>".formatted(n, hold));
    line("<recv request=\"BYE\" %s/>".formatted(hold));
    respond("200 OK", "", "", "", "end");
    line("<label id=\"h%d\"/>".formatted(n));
    line(
        """
        <send retrans="500"><![CDATA[
              BYE [next_url] SIP/2.0
              Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
              From:[$us%d]
              To:[$them%d]
              Call-ID: [call_id]
              CSeq: 1 BYE
              Max-Forwards: 70
              Content-Length: 0

        ]]></send>
        <recv response="200" next="end"/>"""
            .formatted(n, n));
  }

  private void cancelled() {
    respond("200 OK", TAG, "", "");
    line(
        """
        <send retrans="500"><![CDATA[
              SIP/2.0 487 Request Terminated
              [last_Via:]
              [last_From:]
              [last_To:]%s
              [last_Call-ID:]
              CSeq: [last_cseq_number] INVITE
              Content-Length: 0

        ]]></send>
        <recv request="ACK" next="end"/>"""
            .formatted(TAG));
  }

  private void refuse(Behaviour.Refuses refuses) {
    String reason = refuses.cause() == 0 ? "" : "Reason: Q.850;cause=%d".formatted(refuses.cause());
    respond("%d No".formatted(refuses.status()), TAG, reason, "");
    line("<recv request=\"ACK\" next=\"end\"/>");
  }

  private void respond(String status, String tag, String headers, String body) {
    respond(status, tag, headers, body, "");
  }

  private void respond(String status, String tag, String headers, String body, String next) {
    line("<send%s><![CDATA[".formatted(next.isEmpty() ? "" : " next=\"%s\"".formatted(next)));
    line("      SIP/2.0 " + status);
    line("      [last_Via:]");
    line("      [last_From:]");
    line("      [last_To:]" + tag);
    line("      [last_Call-ID:]");
    line("      [last_CSeq:]");
    if (!headers.isEmpty()) {
      line("      " + headers);
    }
    line("      Content-Length: [len]");
    line(body);
    line("]]></send>");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
