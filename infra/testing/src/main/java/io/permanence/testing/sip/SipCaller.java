package io.permanence.testing.sip;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The carrier delivering a call. {@code
 * SipCaller.through(asterisk.sip()).dialling("+33199001001").call()}.
 *
 * @param to where Asterisk takes SIP
 * @param peer the carrier's address: what comes from there is the trunk
 * @param dialled user part of the request URI, with or without plus
 * @param from as it stands in From; whatever it holds goes out as it is
 * @param headers further header lines, as they are
 * @param say raw A-law file, repeated; {@link Sound} makes them
 * @param patience how long it lets it ring before it gives up
 * @param hold how long it stays after the answer
 */
public record SipCaller(
    InetSocketAddress to,
    String peer,
    String dialled,
    String from,
    List<String> headers,
    Path say,
    Duration patience,
    Duration hold) {

  /** The address the trunk has in a test, and in {@code infra/up} by default. */
  public static final String TRUNK_PEER = "127.0.0.2";

  private static final Duration LONG = Duration.ofMinutes(5);

  /** A caller with a number of their own, who speaks a tone of 440 Hz and stays for long. */
  public static SipCaller through(InetSocketAddress asterisk) {
    return new SipCaller(
        asterisk,
        TRUNK_PEER,
        "+33199001001",
        "<sip:+33639980101@%s>".formatted(TRUNK_PEER),
        List.of("X-Carrier: test"),
        Sound.tone(440),
        LONG,
        LONG);
  }

  public SipCaller dialling(String number) {
    return new SipCaller(to, peer, number, from, headers, say, patience, hold);
  }

  /** With that number in From, {@code anonymous} included. */
  public SipCaller calling(String number) {
    return from("<sip:%s@%s>".formatted(number, peer));
  }

  /** With that name-addr in From. */
  public SipCaller from(String nameAddr) {
    return new SipCaller(to, peer, dialled, nameAddr, headers, say, patience, hold);
  }

  public SipCaller headers(String... lines) {
    return new SipCaller(to, peer, dialled, from, List.of(lines), say, patience, hold);
  }

  public SipCaller saying(Path alaw) {
    return new SipCaller(to, peer, dialled, from, headers, alaw, patience, hold);
  }

  public SipCaller givingUpAfter(Duration ringing) {
    return new SipCaller(to, peer, dialled, from, headers, say, ringing, hold);
  }

  public SipCaller staying(Duration answered) {
    return new SipCaller(to, peer, dialled, from, headers, say, patience, answered);
  }

  /** Places the call; returns at once. */
  public SipCall call() {
    return place(RtpEar.at(peer), true);
  }

  /** The same with a telephone that has keys: it speaks from the port it hears with. */
  public SipCall callWithKeys() {
    RtpEar ear = RtpEar.at(peer);
    ear.speak(say);
    return place(ear, false);
  }

  private SipCall place(RtpEar ear, boolean sippSpeaks) {
    String whole =
        Sipp.scenario(
            "caller.xml",
            Map.of(
                "DIALLED", dialled,
                "FROM", from,
                "HEADERS", String.join("\r\n      ", headers),
                "HEAR", Integer.toString(ear.port()),
                "SAY", say.toString(),
                "PATIENCE", Long.toString(patience.toMillis()),
                "HOLD", Long.toString(hold.toMillis())));
    String scenario =
        sippSpeaks
            ? whole
            : whole.replaceFirst("<nop><action><exec rtp_stream=[^>]*></action></nop>", "");
    String remote = "%s:%d".formatted(to.getAddress().getHostAddress(), to.getPort());
    Sipp sipp = Sipp.start(scenario, Sipp.freeAddress(peer), List.of(remote, "-m", "1"));
    return new SipCall(sipp, ear);
  }
}
