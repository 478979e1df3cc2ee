package io.permanence.callrouter.agi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;

/** Listens on loopback; whoever else may reach it is not let in. */
final class AgiListener implements ServerSocketFacade {
  private static final int BACKLOG = 200;

  private final ServerSocket socket;
  private final Duration patience;

  AgiListener(int port, Duration patience) throws IOException {
    this.socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    this.patience = patience;
  }

  /** The port; a free one when 0 was asked for. */
  int port() {
    return socket.getLocalPort();
  }

  @Override
  public SocketConnectionFacade accept() throws IOException {
    Socket accepted = socket.accept();
    if (!accepted.getInetAddress().isLoopbackAddress()) {
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
