package io.permanence.testing.local;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code infra/up}: starts the system, says where to look, and stays unless told to detach. */
public final class Up {
  private Up() {}

  /** Arguments are checked by the script that calls this. */
  public static void main(String[] arguments) throws InterruptedException {
    Options options = Options.of(arguments);
    LocalSystem system =
        LocalSystem.in(options.project(), options.run(), line -> System.err.println(line));
    AtomicBoolean stays = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!stays.get()) {
                    system.undo();
                  }
                }));
    try {
      List<String> started =
          options
              .only()
              .map(part -> system.up(part) ? List.of(part) : List.<String>of())
              .orElseGet(system::up);
      if (started.isEmpty()) {
        System.err.println("already running");
      }
      System.out.println(Welcome.text(system));
      if (options.detach() || options.only().isPresent()) {
        stays.set(true);
        return;
      }
      System.out.println("\nCtrl-C stops what was started here.");
      Thread.currentThread().join();
    } catch (IllegalStateException | IllegalArgumentException e) {
      System.err.println("error: " + e.getMessage());
      // what came up is left for the next try
      stays.set(true);
      System.exit(1);
    }
  }
}
