package io.permanence.bench.setup;

import io.permanence.bench.setup.SipText.Dialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * The carrier on both ends of the trunk: places calls at a steady rate, answers what the ladder
 * rings, and hangs up. Takes every time with one clock. It never repeats a message: what has no
 * answer within half a second is counted as a retransmission instead, as are all that Asterisk
 * repeats.
 */
final class Carrier implements AutoCloseable {
  private static final String HOST = "127.0.0.2";
  private static final int BUFFER = 8 << 20;
  private static final long TALK = Duration.ofMillis(100).toNanos();
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(4);

  private final InetSocketAddress asterisk;
  private final DatagramSocket calling;
  private final DatagramSocket customer;
  private final DatagramSocket deaf;
  private final String sdp;
  private final Queue<Bye> byes = new ConcurrentLinkedQueue<>();
  private volatile Calls calls = new Calls(0, n -> Wanted.NOTHING);

  private record Bye(long due, String text) {}

  private Carrier(InetSocketAddress asterisk, int trunkPort) throws IOException {
    this.asterisk = asterisk;
    this.calling = socket(0);
    this.customer = socket(trunkPort);
    this.deaf = new DatagramSocket(new InetSocketAddress(HOST, 0));
    this.sdp = SipText.sdp(HOST, deaf.getLocalPort());
    listen(calling, this::heardByCaller);
    listen(customer, this::heardByCustomer);
  }

  /**
   * A carrier in front of that Asterisk.
   *
   * @param trunkPort where Asterisk sends the calls that leave
   * @throws IOException when the port is taken
   */
  static Carrier inFrontOf(InetSocketAddress asterisk, int trunkPort) throws IOException {
    return new Carrier(asterisk, trunkPort);
  }

  /** Places calls at that rate for that long, waits for the last answers, and tells what was. */
  Measured place(int perSecond, Duration duration, IntFunction<Wanted> plan) {
    int count = Math.toIntExact(perSecond * duration.toMillis() / 1000);
    Calls run = new Calls(count, plan);
    calls = run;
    long began = System.nanoTime();
    for (int n = 0; n < count; n++) {
      pause(began + n * 1_000_000_000L / perSecond);
      Dialogue call = dialogue(run, n);
      run.sent(n);
      send(calling, SipText.invite(call, sdp));
    }
    long end = System.nanoTime() + LAST_ANSWERS.toNanos();
    while (System.nanoTime() < end) {
      pause(System.nanoTime() + 1_000_000);
    }
    return run.measured(perSecond);
  }

  private Dialogue dialogue(Calls run, int n) {
    Wanted wanted = run.wanted(n);
    String uri =
        "sip:%s@%s:%d"
            .formatted(
                wanted.dialled(), asterisk.getAddress().getHostAddress(), asterisk.getPort());
    String from = "<sip:%s@%s>".formatted(wanted.caller(), HOST);
    return new Dialogue(run.id(n), uri, from, "<" + uri + ">", HOST + ":" + calling.getLocalPort());
  }

  private void pause(long until) {
    while (true) {
      long now = System.nanoTime();
      Bye bye = byes.peek();
      if (bye != null && bye.due <= now) {
        byes.remove();
        send(calling, bye.text);
      } else if (now >= until) {
        return;
      } else {
        LockSupport.parkNanos(Math.min(until - now, 200_000));
      }
    }
  }

  private void heardByCaller(String message, long at) {
    int status = SipText.status(message);
    if (status == 0) {
      if (message.startsWith("BYE ")) {
        send(calling, SipText.answer(message, "200 OK", HOST, ""));
      }
      return;
    }
    Calls run = calls;
    int n = run.index(SipText.header(message, "Call-ID"));
    if (n < 0 || !SipText.header(message, "CSeq").endsWith("INVITE")) {
      return;
    }
    run.answered(n, status, at);
    if (status >= 300) {
      send(calling, SipText.ackOfRefusal(dialogue(run, n), message));
    } else if (status >= 200) {
      send(calling, SipText.within("ACK", dialogue(run, n), message, 1));
      if (run.talks(n)) {
        byes.add(new Bye(at + TALK, SipText.within("BYE", dialogue(run, n), message, 2)));
      }
    }
  }

  private void heardByCustomer(String message, long at) {
    if (message.startsWith("INVITE ")) {
      String number = message.substring(message.indexOf(':') + 1, message.indexOf('@'));
      calls.rang(number, SipText.header(message, "Via"), at);
      String contact = HOST + ":" + customer.getLocalPort();
      send(customer, SipText.answer(message, "200 OK", contact, sdp));
    } else if (message.startsWith("BYE ") || message.startsWith("CANCEL ")) {
      send(customer, SipText.answer(message, "200 OK", HOST, ""));
    }
  }

  private void send(DatagramSocket socket, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, asterisk));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Ear {
    void heard(String message, long at);
  }

  private static void listen(DatagramSocket socket, Ear ear) {
    Thread.ofPlatform()
        .daemon()
        .name("carrier-" + socket.getLocalPort())
        .start(
            () -> {
              byte[] buffer = new byte[8_192];
              while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                try {
                  socket.receive(packet);
                } catch (IOException closed) {
                  return;
                }
                long at = System.nanoTime();
                ear.heard(new String(buffer, 0, packet.getLength(), StandardCharsets.US_ASCII), at);
              }
            });
  }

  private static DatagramSocket socket(int port) throws IOException {
    DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getByName(HOST), port));
    socket.setReceiveBufferSize(BUFFER);
    socket.setSendBufferSize(BUFFER);
    return socket;
  }

  @Override
  public void close() {
    calling.close();
    customer.close();
    deaf.close();
  }
}
