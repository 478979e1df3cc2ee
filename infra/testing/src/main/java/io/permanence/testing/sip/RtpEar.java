package io.permanence.testing.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Receives what the other side says: RTP with A-law in 20 ms packets. Can answer with sound of its
 * own, from the same port, as a telephone behind a router must.
 */
public final class RtpEar implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int PAYLOAD_TYPE_ALAW = 8;
  private static final int PAYLOAD_TYPE_KEYS = 101;
  private static final int KEY_ENDS = 0x80;
  private static final int KEY_PACKETS = 10;
  private static final String KEYS = "0123456789*#ABCD";
  private static final double LOUD = 200;

  /** So much of what is heard must be a tone that sounds among others. */
  private static final double AMONG_OTHERS = 0.2;

  private static final int SAMPLES = 160;
  private static final Duration PACKET = Duration.ofMillis(20);

  private static final class Packet {
    final Instant at;
    final short[] samples;
    final double loudness;

    Packet(Instant at, short[] samples, double loudness) {
      this.at = at;
      this.samples = samples;
      this.loudness = loudness;
    }
  }

  private final DatagramSocket socket;
  private final Queue<Integer> toPress = new ConcurrentLinkedQueue<>();
  private final List<Packet> packets = new ArrayList<>();
  private final Map<Integer, Character> keys = new LinkedHashMap<>();
  private final AtomicReference<@Nullable SocketAddress> speaker = new AtomicReference<>();

  private RtpEar(DatagramSocket socket) {
    this.socket = socket;
  }

  /** From the first packet it hears, answers with that raw A-law file over and over. */
  void speak(Path alaw) {
    try {
      byte[] samples = Files.readAllBytes(alaw);
      Thread.ofVirtual().name("rtp-mouth").start(() -> speak(samples));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RtpEar at(String host) {
    try {
      RtpEar ear = new RtpEar(new DatagramSocket(new InetSocketAddress(host, 0)));
      Thread.ofVirtual().name("rtp-ear").start(ear::listen);
      return ear;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many packets of sound came, silent ones too. */
  public int packets() {
    synchronized (packets) {
      return packets.size();
    }
  }

  /** How many of them could be heard. */
  public long loudPackets() {
    synchronized (packets) {
      return packets.stream().filter(packet -> packet.loudness > LOUD).count();
    }
  }

  /** When the first packet came. */
  public Optional<Instant> firstPacketAt() {
    synchronized (packets) {
      return packets.stream().findFirst().map(packet -> packet.at);
    }
  }

  /** When the first packet came that could be heard. */
  public Optional<Instant> firstLoudAt() {
    synchronized (packets) {
      return packets.stream()
          .filter(packet -> packet.loudness > LOUD)
          .findFirst()
          .map(packet -> packet.at);
    }
  }

  /** When the first packet came that was mainly a tone of that many hertz. */
  public Optional<Instant> firstToneAt(int hertz) {
    synchronized (packets) {
      return packets.stream()
          .filter(packet -> packet.loudness > LOUD && share(packet.samples, hertz) > 0.5)
          .findFirst()
          .map(packet -> packet.at);
    }
  }

  /**
   * Whether a tone of that many hertz was the main thing in the packets since then, at least ten of
   * them.
   */
  public boolean hears(int hertz, Instant since) {
    synchronized (packets) {
      return packets.stream()
              .filter(packet -> packet.at.isAfter(since) && packet.loudness > LOUD)
              .filter(packet -> share(packet.samples, hertz) > 0.5)
              .count()
          >= 10;
    }
  }

  /** Waits until it hears that tone in packets that come from now on. */
  public boolean awaitTone(int hertz, Duration limit) {
    Instant since = Instant.now();
    return await(() -> hears(hertz, since), limit);
  }

  /** Waits until it hears all these tones, each among the others, in packets from now on. */
  public boolean awaitTogether(Duration limit, int... hertz) {
    Instant since = Instant.now();
    return await(() -> Arrays.stream(hertz).allMatch(each -> hearsAmongOthers(each, since)), limit);
  }

  /**
   * Whether that tone could be heard, alone or among others, in at least ten packets since then.
   */
  public boolean hearsAmongOthers(int hertz, Instant since) {
    synchronized (packets) {
      return packets.stream()
              .filter(packet -> packet.at.isAfter(since) && packet.loudness > LOUD)
              .filter(packet -> share(packet.samples, hertz) > AMONG_OTHERS)
              .count()
          >= 10;
    }
  }

  /** Waits until the far end has pressed these keys (RFC 4733), the last of all it pressed. */
  public boolean awaitKeys(String expected, Duration limit) {
    return await(() -> keys().endsWith(expected), limit);
  }

  /** The keys the far end has pressed so far. */
  public String keys() {
    synchronized (packets) {
      return keys.values().stream().map(String::valueOf).collect(Collectors.joining());
    }
  }

  /** Waits until so many packets that could be heard have come. */
  public boolean awaitLoud(int count, Duration limit) {
    return await(() -> loudPackets() >= count, limit);
  }

  /** Forgets what it heard. */
  public void forget() {
    synchronized (packets) {
      packets.clear();
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private boolean await(BooleanSupplier condition, Duration limit) {
    Instant end = Instant.now().plus(limit);
    synchronized (packets) {
      while (!condition.getAsBoolean()) {
        long left = Duration.between(Instant.now(), end).toMillis();
        if (left <= 0) {
          return false;
        }
        try {
          packets.wait(left);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return true;
    }
  }

  private void listen() {
    byte[] buffer = new byte[2048];
    while (!socket.isClosed()) {
      DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(datagram);
      } catch (IOException closed) {
        return;
      }
      if (datagram.getLength() > HEADER && (buffer[1] & 0x7f) == PAYLOAD_TYPE_ALAW) {
        keep(buffer, datagram.getLength());
        speaker.set(datagram.getSocketAddress());
      }
      if (datagram.getLength() > HEADER + 1 && (buffer[1] & 0x7f) == PAYLOAD_TYPE_KEYS) {
        keepKey(buffer);
      }
    }
  }

  /**
   * Presses a key (RFC 4733), instead of speaking for a fifth of a second; only of an ear that
   * speaks.
   */
  void press(char key) {
    toPress.add(KEYS.indexOf(key));
  }

  private void sendKey(int event, int sequence, int timestamp, int source, SocketAddress to)
      throws IOException {
    for (int i = 0; i < KEY_PACKETS; i++) {
      boolean end = i >= KEY_PACKETS - 3;
      byte[] packet = new byte[HEADER + 4];
      packet[0] = (byte) 0x80;
      packet[1] = (byte) (PAYLOAD_TYPE_KEYS | (i == 0 ? 0x80 : 0));
      ByteBuffer.wrap(packet)
          .putShort(2, (short) (sequence + i))
          .putInt(4, timestamp)
          .putInt(8, source)
          .put(HEADER, (byte) event)
          .put(HEADER + 1, (byte) (10 | (end ? KEY_ENDS : 0)))
          .putShort(HEADER + 2, (short) (SAMPLES * Math.min(i + 1, KEY_PACKETS - 2)));
      socket.send(new DatagramPacket(packet, packet.length, to));
    }
  }

  private void speak(byte[] samples) {
    byte[] packet = new byte[HEADER + SAMPLES];
    packet[0] = (byte) 0x80;
    packet[1] = PAYLOAD_TYPE_ALAW;
    ByteBuffer header = ByteBuffer.wrap(packet);
    int source = ThreadLocalRandom.current().nextInt();
    header.putInt(8, source);
    int sequence = 0;
    long began = System.nanoTime();
    try {
      for (int n = 0; !socket.isClosed(); n++) {
        for (int i = 0; i < SAMPLES; i++) {
          packet[HEADER + i] = samples[(n * SAMPLES + i) % samples.length];
        }
        SocketAddress to = speaker.get();
        Integer key = to == null ? null : toPress.poll();
        if (to != null && key != null) {
          sendKey(key, sequence, n * SAMPLES, source, to);
          sequence += KEY_PACKETS;
        }
        header.putShort(2, (short) sequence++).putInt(4, n * SAMPLES);
        if (to != null) {
          socket.send(new DatagramPacket(packet, packet.length, to));
        }
        Thread.sleep(
            Duration.ofNanos(Math.max(0, began + (n + 1) * PACKET.toNanos() - System.nanoTime())));
      }
    } catch (IOException | InterruptedException closed) {
      // the telephone is gone
    }
  }

  /** A key is told several times, each time with the time stamp of its beginning. */
  private void keepKey(byte[] buffer) {
    int stamp = ByteBuffer.wrap(buffer).getInt(4);
    if ((buffer[HEADER + 1] & KEY_ENDS) != 0) {
      synchronized (packets) {
        keys.putIfAbsent(stamp, KEYS.charAt(buffer[HEADER] & 0x0f));
        packets.notifyAll();
      }
    }
  }

  private void keep(byte[] buffer, int length) {
    short[] samples = new short[length - HEADER];
    double energy = 0;
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Sound.decode(buffer[HEADER + i]);
      energy += (double) samples[i] * samples[i];
    }
    synchronized (packets) {
      packets.add(new Packet(Instant.now(), samples, Math.sqrt(energy / samples.length)));
      packets.notifyAll();
    }
  }

  /** Goertzel: how much of the packet's energy is at that frequency, 0 to 1. */
  private static double share(short[] samples, int hertz) {
    double omega = 2 * Math.PI * hertz / 8000;
    double before = 0;
    double last = 0;
    double energy = 0;
    for (short sample : samples) {
      double next = sample + 2 * Math.cos(omega) * last - before;
      before = last;
      last = next;
      energy += (double) sample * sample;
    }
    double power = last * last + before * before - 2 * Math.cos(omega) * last * before;
    return energy == 0 ? 0 : 2 * power / (samples.length * energy);
  }
}
