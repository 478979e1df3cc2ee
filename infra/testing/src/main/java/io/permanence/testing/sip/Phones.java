package io.permanence.testing.sip;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Telephones behind one SIP address: the customers' behind the carrier ({@link #behindTrunk}), or
 * one desk phone ({@link #deskPhone}). One process plays them all; their sound goes into one ear.
 */
public final class Phones implements AutoCloseable {
  private static final int TRIES = 3;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String DESK = "127.0.0.1";

  private final Sipp sipp;
  private final RtpEar ear;
  private final InetSocketAddress address;

  private Phones(Sipp sipp, RtpEar ear, InetSocketAddress address) {
    this.sipp = sipp;
    this.ear = ear;
    this.address = address;
  }

  /**
   * The customers' telephones, where Asterisk sends calls to the trunk.
   *
   * @param trunk the carrier's address and port
   * @param behaviours by number, {@code +33639980001}; other numbers do not exist
   */
  public static Phones behindTrunk(InetSocketAddress trunk, Map<String, Behaviour> behaviours) {
    Map<String, Behaviour> byPattern =
        behaviours.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> "[+]?" + entry.getKey().replace("+", ""),
                    Map.Entry::getValue,
                    (first, second) -> first,
                    LinkedHashMap::new));
    return listen(trunk, byPattern, Optional.of(Sound.tone(880)));
  }

  /**
   * A SIP desk phone that registers and then answers; it speaks a tone of 1,200 Hz.
   *
   * @param asterisk where Asterisk takes SIP
   */
  public static Phones deskPhone(
      InetSocketAddress asterisk, String user, String password, Behaviour behaviour) {
    return deskPhone(asterisk, user, password, behaviour, 1200);
  }

  /** The same with a tone of that many hertz. */
  public static Phones deskPhone(
      InetSocketAddress asterisk, String user, String password, Behaviour behaviour, int tone) {
    Phones phone = listen(Sipp.freeAddress(DESK), Map.of(".*", behaviour), Optional.empty());
    phone.ear.speak(Sound.tone(tone));
    try {
      phone.register(asterisk, user, password);
    } catch (AssertionError refused) {
      phone.close();
      throw refused;
    }
    return phone;
  }

  /** Tells Asterisk where the desk phone is, as it does again and again while it is plugged in. */
  public void register(InetSocketAddress asterisk, String user, String password) {
    register(asterisk, user, password, "300");
  }

  /** Tells Asterisk that the desk phone is there no longer, as it does when it is switched off. */
  public void unregister(InetSocketAddress asterisk, String user, String password) {
    register(asterisk, user, password, "0");
  }

  private void register(InetSocketAddress asterisk, String user, String password, String seconds) {
    String scenario =
        Sipp.scenario(
            "register.xml",
            Map.of(
                "USER",
                user,
                "PASSWORD",
                password,
                "PHONE",
                "%s:%d".formatted(DESK, address.getPort()),
                "EXPIRES",
                seconds));
    String remote = "%s:%d".formatted(asterisk.getAddress().getHostAddress(), asterisk.getPort());
    List<SipMessage> heard = List.of();
    for (int tried = 0; tried < TRIES; tried++) { // a telephone that is refused asks again
      try (Sipp registration =
          Sipp.start(scenario, Sipp.freeAddress(DESK), List.of(remote, "-m", "1"))) {
        if (registration.await(m -> m.received() && m.status() == 200, LIMIT).isPresent()) {
          return;
        }
        heard = registration.messages();
      }
    }
    throw new AssertionError("desk phone " + user + " was refused: " + heard);
  }

  private static Phones listen(
      InetSocketAddress address, Map<String, Behaviour> behaviours, Optional<Path> say) {
    RtpEar ear = RtpEar.at(address.getAddress().getHostAddress());
    Sipp sipp = Sipp.start(PhoneScenario.of(behaviours, ear.port(), say), address, List.of());
    sipp.awaitListening();
    return new Phones(sipp, ear, address);
  }

  /** Where they listen. */
  public InetSocketAddress address() {
    return address;
  }

  /** What they hear. */
  public RtpEar ear() {
    return ear;
  }

  /** The first INVITE to that number, or any for an empty one; waits for it. */
  public SipMessage awaitCall(String number) {
    return sipp.await(m -> isCall(m) && (number.isEmpty() || m.dialled().equals(number)), LIMIT)
        .orElseThrow(() -> new AssertionError("nobody called " + number + ": " + messages()));
  }

  /** Waits until the call to that number, any for an empty one, was answered and acknowledged. */
  public SipMessage awaitConversation(String number) {
    String call = awaitCall(number).callId();
    return sipp.await(
            m -> m.received() && m.callId().equals(call) && m.text().startsWith("ACK "), LIMIT)
        .orElseThrow(
            () -> new AssertionError("no conversation with " + number + ": " + messages()));
  }

  /** Waits until the call to that number, any for an empty one, was cancelled or hung up. */
  public SipMessage awaitGone(String number) {
    String call = awaitCall(number).callId();
    return sipp.await(
            m ->
                m.callId().equals(call)
                    && (m.text().startsWith("BYE ") || m.text().startsWith("CANCEL ")),
            LIMIT)
        .orElseThrow(() -> new AssertionError("still there " + number + ": " + messages()));
  }

  /** The numbers called so far, in order, once for each call. */
  public List<String> called() {
    return messages().stream()
        .filter(Phones::isCall)
        .collect(
            Collectors.toMap(
                SipMessage::callId, SipMessage::dialled, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Hangs up that conversation. */
  public void hangUp(String number) {
    sipp.hangUp(awaitConversation(number).callId());
  }

  /** Everything sent and received. */
  public List<SipMessage> messages() {
    return sipp.messages();
  }

  @Override
  public void close() {
    sipp.close();
    ear.close();
  }

  private static boolean isCall(SipMessage message) {
    return message.received() && message.text().startsWith("INVITE ");
  }
}
