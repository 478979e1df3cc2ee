package io.permanence.callrouter;

import io.permanence.runtime.node.Node;
import io.permanence.runtime.node.NodeSettings;
import io.permanence.runtime.settings.Settings;
import java.util.List;

/** Runs the call router alone. */
public final class CallRouterMain {
  private CallRouterMain() {}

  /** Reads the settings and starts; takes no arguments. */
  public static void main(String[] arguments) {
    Settings settings = Settings.ofProcess();
    NodeSettings node = NodeSettings.from(settings);
    CallRouterSettings router = CallRouterSettings.from(settings);
    settings.check();
    Node.run(node, running -> List.of(new CallRouterVerticle(running, router)));
  }
}
