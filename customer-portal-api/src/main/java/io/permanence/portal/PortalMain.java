package io.permanence.portal;

import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import java.util.List;

/** Runs the portal alone. */
public final class PortalMain {
  private PortalMain() {}

  /** Reads the settings and starts; takes no arguments. */
  public static void main(String[] arguments) {
    Settings settings = Settings.ofProcess();
    NodeSettings node = NodeSettings.from(settings);
    PortalSettings portal = PortalSettings.from(settings);
    settings.check();
    Node.run(node, running -> List.of(new PortalVerticle(running, portal)));
  }
}
