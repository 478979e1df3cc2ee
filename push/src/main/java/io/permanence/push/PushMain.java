package io.permanence.push;

import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import java.util.List;

/** Runs push alone. */
public final class PushMain {
  private PushMain() {}

  /** Reads the settings and starts; takes no arguments. */
  public static void main(String[] arguments) {
    Settings settings = Settings.ofProcess();
    NodeSettings node = NodeSettings.from(settings);
    PushSettings push = PushSettings.from(settings);
    settings.check();
    Node.run(node, running -> List.of(new PushVerticle(running, push)));
  }
}
