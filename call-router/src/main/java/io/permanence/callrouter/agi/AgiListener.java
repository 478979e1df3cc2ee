package io.permanence.callrouter.agi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;

/** Listens on loopback; whoever else may reach it is not let in. */
final class AgiListener implements ServerSocketFacade {
  private static final int BACKLOG = 200;

  private final ServerSocketChannel socket;
  private final Duration patience;

  AgiListener(int port, Duration patience) throws IOException {
    this.socket = ServerSocketChannel.open();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (IOException taken) {
      socket.close();
      throw taken;
    }
    this.patience = patience;
  }

  /** The port; a free one when 0 was asked for. */
  int port() {
    return socket.socket().getLocalPort();
  }

  @Override
  public SocketConnectionFacade accept() throws IOException {
    SocketChannel accepted = socket.accept();
    if (!accepted.socket().getInetAddress().isLoopbackAddress()) {
      accepted.close();
      throw new IOException("a connection from outside was refused");
    }
    return new AgiConnection(accepted, patience);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Every connection has the patience given at the start. */
  @Override
  public void setSocketReadTimeout(int socketReadTimeout) {}
}
