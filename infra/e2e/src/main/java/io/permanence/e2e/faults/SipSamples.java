package io.permanence.e2e.faults;

import java.util.Random;

/** Whole messages, to be damaged. */
final class SipSamples {
  private static final String[] METHODS = {
    "INVITE",
    "REGISTER",
    "OPTIONS",
    "ACK",
    "BYE",
    "CANCEL",
    "SUBSCRIBE",
    "NOTIFY",
    "INFO",
    "REFER",
    "MESSAGE",
    "UPDATE",
    "PRACK",
    "PUBLISH"
  };
  private static final String[] EVENTS = {
    "Newchannel", "Newstate", "BridgeEnter", "BridgeLeave", "Hangup", "OriginateResponse",
        "ContactStatus",
    "UserEvent", "CoreShowChannel", "CoreShowChannelsComplete", "ContactList", "DialBegin",
        "DialEnd", "RTCPSent"
  };

  private SipSamples() {}

  static String message(int number, String local, Random random) {
    String method = METHODS[random.nextInt(METHODS.length)];
    String body =
        """
        v=0
        o=- 1 1 IN IP4 127.0.0.2
        s=-
        c=IN IP4 127.0.0.2
        t=0 0
        m=audio 40000 RTP/AVP 8 0 101
        a=rtpmap:8 PCMA/8000
        a=fmtp:101 0-15
        a=sendrecv
        """
            .replace("\n", "\r\n");
    return """
    %1$s sip:+33199001003@127.0.0.1 SIP/2.0
    Via: SIP/2.0/UDP %2$s;branch=z9hG4bKmut%3$d%4$d
    From: "Essai" <sip:+33639987777@127.0.0.2>;tag=t%3$d
    To: <sip:+33199001003@127.0.0.1>
    Call-ID: mut-%3$d-%4$d@127.0.0.2
    CSeq: 1 %1$s
    Max-Forwards: 70
    Contact: <sip:x@%2$s>
    Supported: timer, replaces
    Authorization: Digest username="desk-camille", realm="asterisk", nonce="1/2", uri="sip:x", response="00"
    Event: presence
    Expires: 60
    Content-Type: application/sdp
    Content-Length: %5$d

    """
            .formatted(method, local, number, random.nextInt(), body.length())
            .replace("\n", "\r\n")
        + body;
  }

  static String event(int number, Random random) {
    String call = "6f1ed002-ab55-4a1c-9d4b-%012d".formatted(number);
    return """
    Event: %1$s
    Privilege: call,all
    Channel: PJSIP/trunk-%2$08x
    ChannelState: 6
    ChannelStateDesc: Up
    CallerIDNum: 0000
    CallerIDName: unverified
    Context: desk-wait
    Exten: music
    Priority: 2
    Uniqueid: 1.%2$d
    Linkedid: 1.%2$d
    BridgeUniqueid: %3$s
    BridgeName: desk-callers
    BridgeType: base
    Cause: 16
    Reason: 4
    Response: Success
    UserEvent: DeskWaiting
    Call: %3$s
    Step: 1
    EndpointName: desk-camille
    URI: sip:desk-camille@127.0.0.1:9
    ContactStatus: Reachable
    ActionID: %3$s
    EventList: Complete
    ListItems: 0
    ChanVariable: PM_CALL=%3$s
    ChanVariable: PM_ROLE=caller

    """
        .formatted(EVENTS[random.nextInt(EVENTS.length)], number, call)
        .replace("\n", "\r\n");
  }
}
