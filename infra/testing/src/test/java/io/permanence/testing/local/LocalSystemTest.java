package io.permanence.testing.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs is left alone, and state.json tells what runs (DESIGN 6, 8). */
class LocalSystemTest {
  private final Puppet postgres = new Puppet("postgres");
  private final Puppet asterisk = new Puppet("asterisk");
  private final Puppet service = new Puppet("service");

  @Test
  void onlyWhatWasStartedHereIsStopped(@TempDir Path folder) {
    system(folder).up("asterisk");
    LocalSystem here = system(folder);
    assertThat(here.up()).containsExactly("postgres", "service");
    assertThat(here.undo()).containsExactly("service", "postgres");
    assertThat(asterisk.lives).isTrue();
  }

  @Test
  void nothingMoreIsStartedOnceItIsUndone(@TempDir Path folder) {
    LocalSystem here = system(folder);
    asterisk.whenStarted = here::undo;
    assertThatIllegalStateException().isThrownBy(here::up);
    assertThat(asterisk.lives).isFalse();
    assertThat(postgres.lives).isFalse();
    assertThat(service.lives).isFalse();
  }

  @Test
  void theStateFileComesWhenAllIsReadyAndGoesWithTheLast(@TempDir Path folder) {
    LocalSystem here = system(folder);
    here.up("postgres");
    assertThat(here.stateFile()).doesNotExist();
    here.up();
    assertThat(pids(here).path("service").asLong()).isEqualTo(7);
    here.down("service");
    assertThat(pids(here).path("service").asLong()).isZero();
    assertThat(pids(here).path("postgres").asLong()).isEqualTo(8);
    here.up("service");
    assertThat(pids(here).path("service").asLong()).isEqualTo(7);
    here.down();
    assertThat(here.stateFile()).doesNotExist();
  }

  @Test
  void aDatabaseOfSomebodysOwnIsNoPartAndHasNoProcess(@TempDir Path folder) {
    RunFolder run = RunFolder.open(folder, folder);
    run.write(
        "service-own",
        Map.of(
            "PERMANENCE_DB_HOST",
            "db.example",
            "PERMANENCE_DB_PORT",
            "6543",
            "PERMANENCE_OWNER_PASSWORD",
            "a&b"));
    Parts parts = new Wiring(run, Ports.of(run, true)).parts();
    assertThat(parts.all())
        .extracting(Part::name)
        .containsExactly("asterisk", "standins", "service");
    assertThat(parts.jdbc().get())
        .isEqualTo(
            "jdbc:postgresql://db.example:6543/permanence?user=permanence_owner&password=a%26b");
  }

  private LocalSystem system(Path folder) {
    RunFolder run = RunFolder.open(folder, folder);
    Parts parts = new Parts(List.of(postgres, asterisk, service), () -> {}, () -> "jdbc:none");
    return new LocalSystem(run, Ports.of(run, true), parts, line -> {});
  }

  private static JsonNode pids(LocalSystem system) {
    try {
      return new ObjectMapper().readTree(system.stateFile().toFile()).path("pids");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A part that only says so. */
  private static final class Puppet implements Part {
    private final String name;
    private volatile Runnable whenStarted = () -> {};
    private volatile boolean lives;

    Puppet(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String title() {
      return name;
    }

    /** As many as its name has letters. */
    @Override
    public Optional<Long> pid() {
      return lives ? Optional.of((long) name.length()) : Optional.empty();
    }

    @Override
    public void start() {
      lives = true;
      whenStarted.run();
    }

    @Override
    public void stop() {
      lives = false;
    }
  }
}
