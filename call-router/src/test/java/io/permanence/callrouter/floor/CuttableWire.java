package io.permanence.callrouter.floor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A TCP wire to a port of this machine that can be cut and mended. */
final class CuttableWire implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final List<Socket> open = new ArrayList<>();
  private boolean cut;
  private Instant connectedAt = Instant.MAX;

  private CuttableWire(ServerSocket door, int to) {
    this.door = door;
    this.to = to;
  }

  static CuttableWire to(int port) {
    try {
      CuttableWire wire =
          new CuttableWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      Thread.ofVirtual().name("wire").start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Every connection breaks; new ones break at once. */
  void cut() {
    synchronized (open) {
      cut = true;
      open.forEach(CuttableWire::close);
      open.clear();
    }
  }

  /** New connections get through again. */
  void mend() {
    synchronized (open) {
      cut = false;
      connectedAt = Instant.MAX;
    }
  }

  /** When the first connection got through after mending; far away before. */
  Instant connectedAt() {
    synchronized (open) {
      return connectedAt;
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        synchronized (open) {
          if (cut) {
            close(near);
            continue;
          }
          Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
          open.add(near);
          open.add(far);
          Instant now = Instant.now();
          connectedAt = now.isBefore(connectedAt) ? now : connectedAt;
          pump(near, far);
          pump(far, near);
        }
      } catch (IOException e) {
        // closed, or nobody listens there
      }
    }
  }

  private static void pump(Socket from, Socket into) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (InputStream in = from.getInputStream();
                  OutputStream out = into.getOutputStream()) {
                in.transferTo(out);
              } catch (IOException e) {
                // cut
              } finally {
                close(from);
                close(into);
              }
            });
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
