package io.permanence.app.demo;

import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The command {@code demo-data}: fills an empty database, and says how to sign in. */
public final class DemoCommand {
  private static final int PATIENCE_SECONDS = 60;

  private DemoCommand() {}

  /**
   * Fills the database unless there is something in it, and writes the file with numbers and
   * sign-ins either way.
   *
   * @throws java.util.concurrent.CompletionException when PostgreSQL does not take it
   */
  public static void run(Settings settings) {
    NodeSettings reach = NodeSettings.from(settings);
    byte[] key = settings.key("PERMANENCE_SEAL_KEY", "seals secrets in the store");
    Path file = file(settings);
    settings.check();
    Node node = Node.open(reach);
    try {
      DemoData demo = new DemoData(node.vertx(), node.database(), key, node.clock().instant());
      boolean written = await(demo.write());
      Files.writeString(file, demo.describe());
      System.out.println(written ? "demo data written" : "there were data already");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      await(node.database().close());
      await(node.vertx().close());
    }
  }

  /** Reads the one setting of its own. */
  public static Path file(Settings settings) {
    return settings.path(
        "PERMANENCE_DEMO_FILE", ".run/demo.json", "where demo-data writes numbers and sign-ins");
  }

  private static <T> T await(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
