package io.permanence.sync;

import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import java.util.List;

/** Runs sync alone. */
public final class SyncMain {
  private SyncMain() {}

  /** Reads the settings and starts; takes no arguments. */
  public static void main(String[] arguments) {
    Settings settings = Settings.ofProcess();
    NodeSettings node = NodeSettings.from(settings);
    SyncSettings sync = SyncSettings.from(settings);
    settings.check();
    Node.run(node, running -> List.of(new SyncVerticle(running, sync)));
  }
}
