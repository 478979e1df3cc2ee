package io.permanence.testing.sip.agent;

import io.permanence.testing.sip.agent.AgentCall.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * One SIP address that places and takes any number of calls over UDP: RFC 3261's transactions as
 * far as a telephone needs them, with retransmission.
 */
@SuppressWarnings("FutureReturnValueIgnored") // timers that answer nobody
public final class UserAgent implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 4_000;
  private static final int RETRIES = 10;
  private static final long SPEAK_EVERY_MILLIS = 2_000;
  private static final long PACKET_NANOS = 20_000_000;

  private final DatagramSocket socket;
  private final InetSocketAddress asterisk;
  private final Sounds sounds;
  private final SipWriter writer;
  private final Map<String, AgentCall> calls = new ConcurrentHashMap<>();
  private final Map<String, Runnable> answers = new ConcurrentHashMap<>();
  private final Map<String, Registration> registrations = new ConcurrentHashMap<>();
  private final AtomicLong retransmissions = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          1, Thread.ofPlatform().daemon().name("agent-clock").factory());
  private volatile Function<AgentCall, Answering> telephone = call -> new Answering.With(404);

  private UserAgent(DatagramSocket socket, InetSocketAddress asterisk, Sounds sounds) {
    this.socket = socket;
    this.asterisk = asterisk;
    this.sounds = sounds;
    String host = socket.getLocalAddress().getHostAddress();
    this.writer = new SipWriter(host + ":" + socket.getLocalPort(), host, sounds.port());
  }

  /**
   * Opens the address.
   *
   * @param host where it sends from; the carrier's address is the trunk
   * @param port 0 for a free one
   * @param asterisk where Asterisk takes SIP
   */
  public static UserAgent at(String host, int port, InetSocketAddress asterisk) {
    try {
      DatagramSocket socket = new DatagramSocket(new InetSocketAddress(host, port));
      socket.setReceiveBufferSize(4 << 20);
      UserAgent agent = new UserAgent(socket, asterisk, Sounds.at(host));
      Thread.ofPlatform().daemon().name("agent-" + host).start(agent::listen);
      agent.clock.scheduleAtFixedRate(
          agent::speak, SPEAK_EVERY_MILLIS, SPEAK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      return agent;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How calls that come in are met; without a word here, nobody is known. */
  public void answering(Function<AgentCall, Answering> behaviour) {
    telephone = behaviour;
  }

  /** Places a call; returns at once. */
  public AgentCall call(Invitation invitation) {
    String id =
        invitation.callId().isEmpty() ? UUID.randomUUID() + "@carrier" : invitation.callId();
    SipPacket invite =
        writer.invite(
            invitation, asterisk.getAddress().getHostAddress() + ":" + asterisk.getPort(), id);
    AgentCall call = new AgentCall(this, id, true, invite);
    calls.put(id, call);
    String text = SipWriter.text(invite);
    send(text);
    again(text, call::awaitsAnswer, FIRST_RETRY_MILLIS, RETRIES);
    return call;
  }

  /** Registers as a desk phone; returns when Asterisk has taken it. */
  public void register(String user, String password) {
    Registration registration = new Registration(this, user, password, local());
    registrations.put(registration.callId(), registration);
    registration.run(LIMIT);
  }

  /** How often something had to be sent again. */
  public long retransmissions() {
    return retransmissions.get();
  }

  /** Every call since the beginning that was not {@link #forget forgotten}. */
  public Collection<AgentCall> calls() {
    return List.copyOf(calls.values());
  }

  /** Forgets calls that are over. */
  public void forget() {
    calls
        .values()
        .removeIf(
            call -> {
              call.sound().filter(from -> call.over()).ifPresent(sounds::forget);
              return call.over();
            });
  }

  /** Sends something as it is. */
  public void send(byte[] bytes) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, asterisk));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address and port, as SIP writes it. */
  public String local() {
    return writer.local();
  }

  Sounds sounds() {
    return sounds;
  }

  void send(String text) {
    if (!socket.isClosed()) {
      send(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  void hangUp(AgentCall call) {
    switch (call.state()) {
      case BEGUN, RINGING -> {
        if (call.placed()) {
          cancel(call);
        } else {
          respond(call.invite, 486);
          call.refused(486);
        }
      }
      case UP -> bye(call);
      case OVER -> {}
    }
  }

  void answer(AgentCall call) {
    String text = writer.response(call.invite, 200, true);
    if (call.answered(call.invite)) {
      send(text);
      again(text, call::unacknowledged, FIRST_RETRY_MILLIS, RETRIES);
      greet(call);
    }
  }

  private void cancel(AgentCall call) {
    if (call.cancelling()) {
      String text = writer.cancel(call);
      send(text);
      again(text, () -> call.status() == 0 && !call.over(), FIRST_RETRY_MILLIS, RETRIES);
    }
  }

  private void bye(AgentCall call) {
    String branch = SipWriter.branch();
    String text = writer.bye(call, branch);
    answers.put(branch, () -> {});
    call.over(false);
    send(text);
    again(text, () -> answers.containsKey(branch), FIRST_RETRY_MILLIS, RETRIES);
  }

  private void listen() {
    byte[] buffer = new byte[1 << 16];
    while (!socket.isClosed()) {
      DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(datagram);
        heard(SipPacket.parse(buffer, datagram.getLength()));
      } catch (IOException | RejectedExecutionException e) {
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  private void heard(SipPacket packet) {
    if (packet.status() == 0) {
      request(packet);
    } else if (registrations.containsKey(packet.callId())) {
      registrations.get(packet.callId()).heard(packet);
    } else if (packet.method().equals("INVITE")) {
      AgentCall call = calls.get(packet.callId());
      if (call != null) {
        toInvite(call, packet);
      }
    } else {
      java.util.regex.Matcher branch =
          java.util.regex.Pattern.compile("branch=([^;]+)").matcher(packet.header("Via"));
      if (branch.find()) {
        answers.remove(branch.group(1));
      }
    }
  }

  private void toInvite(AgentCall call, SipPacket packet) {
    int status = packet.status();
    if (status < 200) {
      call.ringing(packet);
    } else if (status < 300) {
      boolean first = call.answered(packet);
      send(writer.acknowledgement(call, packet));
      if (first) {
        greet(call);
        if (call.cancelled()) {
          bye(call);
        }
      }
    } else {
      send(writer.acknowledgement(call, packet));
      call.refused(status);
    }
  }

  private void request(SipPacket packet) {
    AgentCall call = calls.get(packet.callId());
    switch (packet.method()) {
      case "INVITE" -> {
        if (call == null) {
          invited(packet);
        } else if (!packet.header("CSeq").equals(call.invite.header("CSeq"))) {
          send(writer.response(packet, 200, true));
        }
      }
      case "ACK" -> {
        if (call != null) {
          call.acknowledged();
        }
      }
      case "CANCEL" -> {
        send(writer.response(packet, 200, false));
        if (call != null && !call.up() && !call.over()) {
          respond(call.invite, 487);
          call.refused(487);
        }
      }
      case "BYE" -> {
        send(writer.response(packet, 200, false));
        if (call != null) {
          call.over(true);
        }
      }
      default -> send(writer.response(packet, 200, false));
    }
  }

  private void invited(SipPacket packet) {
    AgentCall call = new AgentCall(this, packet.callId(), false, packet);
    calls.put(packet.callId(), call);
    switch (telephone.apply(call)) {
      case Answering.With(int status) -> {
        respond(packet, status);
        call.refused(status);
      }
      case Answering.Never() -> rings(call);
      case Answering.After(Duration ringing) -> {
        rings(call);
        clock.schedule(
            () -> {
              if (call.state() == State.RINGING) {
                answer(call);
              }
            },
            ringing.toMillis(),
            TimeUnit.MILLISECONDS);
      }
    }
  }

  private void rings(AgentCall call) {
    respond(call.invite, 180);
    call.rings();
  }

  private void respond(SipPacket request, int status) {
    send(writer.response(request, status, false));
  }

  private void again(
      String text, java.util.function.BooleanSupplier needed, long millis, int times) {
    if (socket.isClosed() || times == 0) {
      return;
    }
    clock.schedule(
        () -> {
          if (needed.getAsBoolean()) {
            retransmissions.incrementAndGet();
            send(text);
            again(text, needed, Math.min(LONGEST_RETRY_MILLIS, millis * 2), times - 1);
          }
        },
        millis,
        TimeUnit.MILLISECONDS);
  }

  private void greet(AgentCall call) {
    call.sound().ifPresent(to -> sounds.say(to, call.nextPacket()));
  }

  /**
   * Speaks without a pause, fifty packets a second, in each call that is up, and returns when it is
   * over. What the others heard of it is compared with {@link AgentCall#said}.
   */
  public void speak(Duration howLong) {
    long began = System.nanoTime();
    for (long packet = 0; packet * PACKET_NANOS < howLong.toNanos(); packet++) {
      LockSupport.parkNanos(began + packet * PACKET_NANOS - System.nanoTime());
      speak();
    }
  }

  private void speak() {
    calls.values().stream().filter(AgentCall::up).forEach(this::greet);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    socket.close();
    sounds.close();
  }
}
