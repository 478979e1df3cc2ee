package io.permanence.testing.sip.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sound of all calls of an agent on one port: counts the packets of each sender, and says
 * something now and then, so that nobody takes a leg for dead.
 */
final class Sounds implements AutoCloseable {
  private static final int PACKET = 172;
  private static final byte SILENCE = (byte) 0xd5;

  private final DatagramSocket socket;
  private final Map<SocketAddress, AtomicLong> heard = new ConcurrentHashMap<>();

  private Sounds(DatagramSocket socket) {
    this.socket = socket;
  }

  static Sounds at(String host) {
    try {
      DatagramSocket socket = new DatagramSocket(new InetSocketAddress(host, 0));
      socket.setReceiveBufferSize(1 << 20);
      Sounds sounds = new Sounds(socket);
      Thread.ofPlatform().daemon().name("agent-sound").start(sounds::listen);
      return sounds;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Packets heard from there so far. */
  long heard(InetSocketAddress from) {
    AtomicLong count = heard.get(from);
    return count == null ? 0 : count.get();
  }

  void forget(InetSocketAddress from) {
    heard.remove(from);
  }

  /** Twenty milliseconds of silence. */
  void say(InetSocketAddress to, int number) {
    byte[] packet = new byte[PACKET];
    Arrays.fill(packet, 12, PACKET, SILENCE);
    packet[0] = (byte) 0x80;
    packet[1] = 8;
    packet[2] = (byte) (number >> 8);
    packet[3] = (byte) number;
    int time = number * 160;
    packet[4] = (byte) (time >> 24);
    packet[5] = (byte) (time >> 16);
    packet[6] = (byte) (time >> 8);
    packet[7] = (byte) time;
    packet[11] = 7;
    try {
      socket.send(new DatagramPacket(packet, packet.length, to));
    } catch (IOException gone) {
      // nobody listens there any more
    }
  }

  private void listen() {
    byte[] buffer = new byte[2048];
    while (!socket.isClosed()) {
      DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(datagram);
        heard
            .computeIfAbsent(datagram.getSocketAddress(), from -> new AtomicLong())
            .incrementAndGet();
      } catch (IOException e) {
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
