package io.permanence.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deque's axe, as the screens' own build brings it: what of WCAG 2.2 AA a page breaks. */
final class Axe {
  private static final String RUN =
      """
      async () => {
        const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await axe.run({ runOnly: rules });
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html.slice(0, 200)}`);
      }
      """;

  private Axe() {}

  /** What is serious or critical on that page; nothing on a good one. */
  static List<String> serious(Page page) {
    page.evaluate(script());
    return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    Path axe = project().resolve("call-router/web/node_modules/axe-core/axe.min.js");
    try {
      return Files.readString(axe);
    } catch (IOException e) {
      throw new UncheckedIOException("the console's packages are missing: build it first", e);
    }
  }

  /** The project's root. */
  static Path project() {
    Path place = Path.of("").toAbsolutePath();
    while (!Files.exists(place.resolve("infra/up"))) {
      place = java.util.Objects.requireNonNull(place.getParent(), "outside the project");
    }
    return place;
  }
}
