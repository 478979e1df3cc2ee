package io.permanence.callrouter.console.telephone;

import io.permanence.callrouter.ami.Switchboard;
import io.permanence.runtime.blocking.Blocking;
import io.permanence.store.Database;
import io.permanence.store.desk.TelephoneRows;
import io.permanence.store.desk.TelephoneRows.TelephoneRow;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;

/**
 * The file of telephones that Asterisk reads (decision 0005): written beside itself and renamed,
 * then Asterisk is asked to read it. One writing at a time, so that the newest rows win.
 */
public final class TelephoneFile {
  private final Database database;
  private final Blocking threads;
  private final Switchboard switchboard;
  private final Path file;
  private final Clock clock;
  private Future<Void> last = Future.succeededFuture();

  /** The file at that place. */
  public TelephoneFile(
      Database database, Blocking threads, Switchboard switchboard, Path file, Clock clock) {
    this.database = database;
    this.threads = threads;
    this.switchboard = switchboard;
    this.file = file;
    this.clock = clock;
  }

  /** Writes the telephones that are valid now and has Asterisk read them; done when it has. */
  public Future<Void> publish() {
    last = last.otherwiseEmpty().compose(before -> write());
    return last;
  }

  private Future<Void> write() {
    return database
        .acrossCustomers(tx -> TelephoneRows.valid(tx, clock.instant()))
        .compose(rows -> threads.call(() -> replace(rows)))
        .compose(written -> switchboard.readTelephones());
  }

  private Path replace(List<TelephoneRow> rows) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(section(row)));
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    Files.writeString(beside, text);
    return Files.move(
        beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static String section(TelephoneRow row) {
    String kind = row.kind() == TelephoneRows.Kind.BROWSER ? "browser" : "desk-phone";
    return """
        [%1$s](%2$s)
        auth = %1$s
        aors = %1$s
        [%1$s](telephone-aor)
        [%1$s](telephone-auth)
        username = %1$s
        password = %3$s

        """
        .formatted(word(row.name()), kind, word(row.secret()));
  }

  private static String word(String text) {
    if (!text.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("a telephone's name and password are plain words");
    }
    return text;
  }
}
