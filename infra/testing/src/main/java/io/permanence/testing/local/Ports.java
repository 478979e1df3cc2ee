package io.permanence.testing.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which port each server has: the usual one when it is free, another otherwise. Chosen once and
 * kept, because the parts know each other by them.
 */
public final class Ports {
  private static final Map<String, Integer> USUAL = usual();

  /** Above Asterisk's sound, below what the kernel gives to outgoing connections. */
  private static final int SCATTERED_FROM = 21_000;

  private static final int SCATTERED_TO = 32_000;

  private final Map<String, Integer> chosen;

  private Ports(Map<String, Integer> chosen) {
    this.chosen = chosen;
  }

  /**
   * The ports of this folder.
   *
   * @param keep whether parts are running, so that the ports kept are theirs
   */
  public static Ports of(RunFolder folder, boolean keep) {
    Map<String, String> kept = folder.read("ports");
    Map<String, Integer> chosen = new LinkedHashMap<>();
    USUAL.forEach(
        (name, usual) -> {
          String before = kept.get(name);
          int wanted = before == null ? usual : Integer.parseInt(before);
          chosen.put(name, (keep && before != null) || free(wanted) ? wanted : another(chosen));
        });
    Map<String, String> text = new LinkedHashMap<>();
    chosen.forEach((name, port) -> text.put(name, Integer.toString(port)));
    folder.write("ports", text);
    return new Ports(chosen);
  }

  /**
   * Chooses free ports far from the usual ones, for a system that comes and goes beside others:
   * those that start at the same moment would all find the usual ones free.
   */
  public static void scatter(RunFolder folder) {
    Map<String, String> chosen = new LinkedHashMap<>();
    Map<String, Integer> ports = new LinkedHashMap<>();
    USUAL.keySet().forEach(name -> ports.put(name, another(ports)));
    ports.forEach((name, port) -> chosen.put(name, Integer.toString(port)));
    folder.write("ports", chosen);
  }

  /** A free one that no outgoing connection takes while its server is stopped for a moment. */
  private static int another(Map<String, Integer> chosen) {
    int port;
    do {
      port = ThreadLocalRandom.current().nextInt(SCATTERED_FROM, SCATTERED_TO);
    } while (chosen.containsValue(port) || USUAL.containsValue(port) || !free(port));
    return port;
  }

  /** The port of that server. */
  public int of(String name) {
    Integer port = chosen.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no such server: " + name);
    }
    return port;
  }

  private static Map<String, Integer> usual() {
    Map<String, Integer> usual = new LinkedHashMap<>();
    usual.put("console", 8443);
    usual.put("app", 8444);
    usual.put("inbox", 8025);
    usual.put("management", 9000);
    usual.put("sip", 5060);
    usual.put("ami", 5038);
    usual.put("agi", 4573);
    usual.put("asterisk-http", 8088);
    usual.put("postgres", 5433);
    usual.put("smtp", 2525);
    usual.put("fcm", 8026);
    usual.put("sms", 8027);
    usual.put("people", 8028);
    usual.put("google-oauth", 8029);
    usual.put("sms-receipts", 8030);
    usual.put("calendar", 8031);
    return usual;
  }

  private static boolean free(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(address)) {
      tcp.setReuseAddress(true);
      tcp.bind(address);
      return udp.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
