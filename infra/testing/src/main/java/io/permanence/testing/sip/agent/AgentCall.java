package io.permanence.testing.sip.agent;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One call of an agent, placed by it or come to it. Safe from any thread. */
public final class AgentCall {
  /** Where it is. */
  public enum State {
    /** INVITE is out, or has come, and nothing more. */
    BEGUN,
    RINGING,
    UP,
    OVER
  }

  private final UserAgent agent;
  private final String id;
  private final boolean placed;
  private final long begunAt = System.nanoTime();

  final SipPacket invite;
  private State state = State.BEGUN;
  private int status;
  private long ringingAt;
  private long answeredAt;
  private long overAt;
  private boolean endedByOther;
  private boolean cancelled;
  private boolean provisional;
  private boolean acknowledged;
  private String peerTag = "";
  private String target = "";
  private Optional<InetSocketAddress> sound = Optional.empty();
  private int sequence;
  private int spoken;

  AgentCall(UserAgent agent, String id, boolean placed, SipPacket invite) {
    this.agent = agent;
    this.id = id;
    this.placed = placed;
    this.invite = invite;
  }

  /** The SIP Call-ID. */
  public String id() {
    return id;
  }

  /** Whether the agent placed it. */
  public boolean placed() {
    return placed;
  }

  /** The number called, of a call that came in. */
  public String dialled() {
    return invite.dialled();
  }

  public synchronized State state() {
    return state;
  }

  public boolean up() {
    return state() == State.UP;
  }

  public boolean over() {
    return state() == State.OVER;
  }

  /** The final status of the INVITE; 0 while there is none. */
  public synchronized int status() {
    return status;
  }

  /** Whether the other side ended it, after it was up. */
  public synchronized boolean endedByOther() {
    return endedByOther;
  }

  /** From INVITE to the first sign of ringing. */
  public synchronized Optional<Duration> ringingAfter() {
    return ringingAt == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(ringingAt - begunAt));
  }

  /** From INVITE to 200 OK. */
  public synchronized Optional<Duration> answeredAfter() {
    return answeredAt == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(answeredAt - begunAt));
  }

  /** From INVITE to the end. */
  public synchronized Optional<Duration> overAfter() {
    return overAt == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(overAt - begunAt));
  }

  /** Since INVITE. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - begunAt);
  }

  /** Packets of sound heard so far. */
  public long heard() {
    Optional<InetSocketAddress> from;
    synchronized (this) {
      from = sound;
    }
    return from.map(agent.sounds()::heard).orElse(0L);
  }

  /** Packets of sound sent so far. */
  public synchronized long said() {
    return spoken;
  }

  /** Waits for the final answer to INVITE; the status, 0 when there was none in time. */
  public int awaitStatus(Duration limit) {
    await(() -> status != 0 || state == State.OVER, limit);
    return status();
  }

  /** Waits until it is up; false when it is not in time. */
  public boolean awaitUp(Duration limit) {
    return await(() -> state == State.UP || state == State.OVER, limit) && up();
  }

  /** Waits until it is over; false when it is not in time. */
  public boolean awaitOver(Duration limit) {
    return await(() -> state == State.OVER, limit);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** Takes a call that rings here. */
  public void answer() {
    agent.answer(this);
  }

  /** CANCEL while it rings, BYE when it is up, 486 for one that rings here. */
  public void hangUp() {
    agent.hangUp(this);
  }

  // What the agent notes.

  synchronized boolean awaitsAnswer() {
    return status == 0 && !provisional && state != State.OVER;
  }

  synchronized boolean cancelling() {
    boolean begins = !cancelled && status == 0;
    cancelled = true;
    return begins;
  }

  synchronized boolean cancelled() {
    return cancelled;
  }

  synchronized void ringing(SipPacket packet) {
    provisional = true;
    if (packet.status() > 100 && state == State.BEGUN) {
      state = State.RINGING;
      ringingAt = System.nanoTime();
    }
    notifyAll();
  }

  synchronized void rings() {
    if (state == State.BEGUN) {
      state = State.RINGING;
      ringingAt = System.nanoTime();
      notifyAll();
    }
  }

  /** The INVITE was accepted; false when that was known. */
  synchronized boolean answered(SipPacket packet) {
    peerTag = packet.tag(placed ? "To" : "From").orElse("");
    target = packet.contact();
    sound = packet.sound().or(() -> sound);
    if (answeredAt != 0) {
      return false;
    }
    status = 200;
    answeredAt = System.nanoTime();
    state = State.UP;
    notifyAll();
    return true;
  }

  synchronized void refused(int code) {
    if (status == 0) {
      status = code;
      over(false);
    }
  }

  synchronized void over(boolean byOther) {
    if (state != State.OVER) {
      endedByOther = byOther && state == State.UP;
      state = State.OVER;
      overAt = System.nanoTime();
      notifyAll();
    }
  }

  synchronized void acknowledged() {
    acknowledged = true;
  }

  synchronized boolean unacknowledged() {
    return !acknowledged && state == State.UP;
  }

  synchronized String peerTag() {
    return peerTag;
  }

  synchronized String target() {
    return target;
  }

  synchronized int nextSequence() {
    return ++sequence + 1;
  }

  synchronized Optional<InetSocketAddress> sound() {
    return sound;
  }

  synchronized int nextPacket() {
    return spoken++;
  }
}
