package io.permanence.testing.local;

import java.util.List;

/** {@code infra/up}: starts the system, says where to look, and stays unless told to detach. */
public final class Up {
  private Up() {}

  /** Arguments are checked by the script that calls this. */
  public static void main(String[] arguments) throws InterruptedException {
    Options options = Options.of(arguments);
    LocalSystem system =
        LocalSystem.in(options.project(), options.run(), line -> System.err.println(line));
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
        return;
      }
      stay(system, started);
    } catch (IllegalStateException | IllegalArgumentException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void stay(LocalSystem system, List<String> started) throws InterruptedException {
    System.out.println("\nCtrl-C stops what was started here.");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (started.size() > 1) {
                    system.down();
                  } else {
                    started.forEach(system::down);
                  }
                }));
    Thread.currentThread().join();
  }
}
