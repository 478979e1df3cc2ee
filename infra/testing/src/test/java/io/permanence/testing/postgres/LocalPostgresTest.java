package io.permanence.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  @Test
  void whatWasCommittedSurvivesAStop(@TempDir Path root) throws SQLException {
    var postgres = new LocalPostgres(root);
    try {
      var first = postgres.start(0);
      try (var connection = DriverManager.getConnection(first.jdbc("postgres", "postgres"));
          var statement = connection.createStatement()) {
        statement.execute("create table kept (word text)");
        statement.execute("insert into kept values ('é')");
      }
      assertThat(postgres.start(0)).isEqualTo(first);
      assertThat(isChildOfThisProcess(first.pid())).isFalse();

      postgres.stop();
      assertThat(postgres.running()).isEmpty();
      assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive)).isEmpty();

      var second = new LocalPostgres(root).start(first.port());
      assertThat(second.port()).isEqualTo(first.port());
      try (var connection = DriverManager.getConnection(second.jdbc("postgres", "postgres"));
          var statement = connection.createStatement();
          var kept = statement.executeQuery("select upper(word) from kept")) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).isEqualTo("É");
      }
    } finally {
      postgres.stop();
    }
  }

  @Test
  void stoppingWhatDoesNotRunIsNothing(@TempDir Path root) {
    var postgres = new LocalPostgres(root);

    postgres.stop();

    assertThat(postgres.running()).isEmpty();
  }

  private static boolean isChildOfThisProcess(long pid) {
    return ProcessHandle.current().descendants().anyMatch(child -> child.pid() == pid);
  }
}
