package io.permanence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.permanence.store.mapping.Mapping;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connection of the pool that breaks in the moment it is taken. */
@ExtendWith(VertxExtension.class)
class LostConnectionTest {
  private static final EmbeddedDatabase POSTGRES = EmbeddedDatabase.migrated();

  @Test
  void theWorkIsBegunOnAnotherConnectionAndOnce(Vertx vertx) throws IOException {
    AtomicInteger begun = new AtomicInteger();
    try (Wire wire = new Wire(POSTGRES.settings().port())) {
      Database database =
          Mapping.open(
              vertx,
              DatabaseSettings.of(
                  "127.0.0.1", wire.port(), POSTGRES.settings().database(), "permanence_app", ""),
              Module.PORTAL);
      assertThat(ask(database, begun)).hasSize(1);
      wire.breakAtTheNextWord();
      assertThat(ask(database, begun)).hasSize(1);
      assertThat(wire.broken()).isTrue();
      assertThat(begun).hasValue(2);
      await(database.close());
    }
  }

  private static List<Object[]> ask(Database database, AtomicInteger begun) {
    return await(
        database.acrossCustomers(
            tx -> {
              begun.incrementAndGet();
              return tx.rows("select 1, 2");
            }));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** To the server, and closed once at the first byte that is sent after it was told so. */
  private static final class Wire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();

    Wire(int server) throws IOException {
      Thread.ofVirtual().start(() -> accept(server));
    }

    int port() {
      return door.getLocalPort();
    }

    void breakAtTheNextWord() {
      armed.set(true);
    }

    boolean broken() {
      return broken.get();
    }

    private void accept(int server) {
      while (!door.isClosed()) {
        try {
          Socket near = door.accept();
          Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
          Thread.ofVirtual().start(() -> pump(near, far, true));
          Thread.ofVirtual().start(() -> pump(far, near, false));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private void pump(Socket from, Socket into, boolean said) {
      try (InputStream in = from.getInputStream();
          OutputStream out = into.getOutputStream()) {
        byte[] some = new byte[8_192];
        for (int length = in.read(some); length > 0; length = in.read(some)) {
          if (said && armed.compareAndSet(true, false)) {
            broken.set(true);
            return;
          }
          out.write(some, 0, length);
        }
      } catch (IOException cut) {
        // the other side has closed
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
