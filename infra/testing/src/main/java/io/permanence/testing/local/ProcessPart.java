package io.permanence.testing.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A part that is one process of ours.
 *
 * @param command what to run; asked for only when it is started
 * @param environment added to ours
 * @param ready whether it answers
 */
record ProcessPart(
    String name,
    String title,
    LocalProcess process,
    Supplier<List<String>> command,
    Map<String, String> environment,
    BooleanSupplier ready,
    Duration patience)
    implements Part {
  private static final Duration STOP = Duration.ofSeconds(22);

  @Override
  public Optional<Long> pid() {
    return process.alive().map(ProcessHandle::pid);
  }

  @Override
  public void start() {
    process.start(command.get(), environment);
    Waiting.until(title, patience, () -> process.alive().isPresent(), ready);
  }

  @Override
  public void stop() {
    process.stop(STOP);
  }
}
