package io.permanence.testing.local;

/** {@code infra/down}: stops what {@code infra/up} started, and nothing else. */
public final class Down {
  private Down() {}

  /** Arguments are checked by the script that calls this. */
  public static void main(String[] arguments) {
    Options options = Options.of(arguments);
    LocalSystem system = LocalSystem.in(options.project(), options.run(), System.out::println);
    try {
      if (options.only().isPresent()) {
        system.down(options.only().get());
      } else if (system.down().isEmpty()) {
        System.out.println("nothing was running");
      }
    } catch (IllegalArgumentException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    }
  }
}
