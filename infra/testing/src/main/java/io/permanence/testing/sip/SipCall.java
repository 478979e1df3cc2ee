package io.permanence.testing.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A call that a {@link SipCaller} placed. Closing it ends SIPp, not the call: hang up first. */
public final class SipCall implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Sipp sipp;
  private final RtpEar ear;

  SipCall(Sipp sipp, RtpEar ear) {
    this.sipp = sipp;
    this.ear = ear;
  }

  /** What the caller hears. */
  public RtpEar ear() {
    return ear;
  }

  /** Presses a key; only of a {@link SipCaller#callWithKeys call with keys}. */
  public void press(char key) {
    ear.press(key);
  }

  /** From INVITE to the first sign that it rings (180 or 183). */
  public Duration awaitRinging() {
    return since(await(m -> m.received() && (m.status() == 180 || m.status() == 183), "ringing"));
  }

  /** From INVITE to 200 OK. */
  public Duration awaitAnswer() {
    return since(
        await(m -> m.received() && m.status() == 200 && m.method().equals("INVITE"), "answer"));
  }

  /** From INVITE to the final answer, whatever it is. */
  public int awaitFinalStatus() {
    return await(
            m -> m.received() && m.status() >= 200 && m.method().equals("INVITE"), "final answer")
        .status();
  }

  /** Waits until the other side has hung up, or this one has, and all is said. */
  public SipCall awaitEnd() {
    sipp.awaitEnd(LIMIT);
    return this;
  }

  /** The final status, 0 while there is none. */
  public int finalStatus() {
    return messages().stream()
        .filter(m -> m.received() && m.status() >= 200 && m.method().equals("INVITE"))
        .findFirst()
        .map(SipMessage::status)
        .orElse(0);
  }

  /** Whether the other side sent BYE. */
  public boolean hungUpByCallee() {
    return messages().stream().anyMatch(m -> m.received() && m.text().startsWith("BYE "));
  }

  /** When INVITE went out. */
  public Instant placedAt() {
    return await(m -> !m.received() && m.text().startsWith("INVITE "), "INVITE").at();
  }

  /** When the call was answered, if it was. */
  public Optional<Instant> answeredAt() {
    return messages().stream()
        .filter(m -> m.received() && m.status() == 200 && m.method().equals("INVITE"))
        .findFirst()
        .map(SipMessage::at);
  }

  /** Everything sent and received. */
  public List<SipMessage> messages() {
    return sipp.messages();
  }

  /** CANCEL while it rings, BYE afterwards; waits for the end. */
  public void hangUp() {
    if (sipp.isAlive()) {
      sipp.hangUp(await(m -> !m.received(), "INVITE").callId());
      sipp.awaitEnd(LIMIT);
    }
  }

  @Override
  public void close() {
    sipp.close();
    ear.close();
  }

  private Duration since(SipMessage message) {
    return Duration.between(placedAt(), message.at());
  }

  private SipMessage await(java.util.function.Predicate<SipMessage> wanted, String what) {
    return sipp.await(wanted, LIMIT)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no %s; final status %d; %s".formatted(what, finalStatus(), messages())));
  }
}
