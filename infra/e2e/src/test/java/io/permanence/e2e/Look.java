package io.permanence.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a screen as it stands, and a picture of it. */
final class Look {
  private Look() {}

  /**
   * What axe finds serious, what is wider than the window, and a service level that is not whole;
   * each with the screen's name.
   */
  static List<String> at(Page page, String name) {
    List<String> faults = new ArrayList<>();
    Axe.serious(page).forEach(fault -> faults.add(name + ": " + fault));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screens", "look-" + name + ".png")));
    Widths.tooWide(page).forEach(fault -> faults.add(name + ": " + fault));
    Widths.notWhole(page).forEach(fault -> faults.add(name + ": " + fault));
    return faults;
  }
}
