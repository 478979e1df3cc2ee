package io.permanence.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A screen fits the window it is opened in: a page that scrolls sideways hides what it offers, and
 * so does a header in which something is cut off.
 */
final class Widths {
  private static final int[] PHONE_TABLET_DESK = {390, 768, 1280};
  private static final String BEYOND =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** What the console's own look tour measures with, and at which widths. */
  private static final String HEADER = measure();

  private Widths() {}

  private static String measure() {
    Path measure = Axe.project().resolve("call-router/web/look/whole.mjs");
    try {
      return Files.readString(measure).replace("export const", "const");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By how much the page is too wide, and where; nothing on a good one. */
  static List<String> tooWide(Page page) {
    ViewportSize own = page.viewportSize();
    List<String> found = new ArrayList<>();
    for (int width : PHONE_TABLET_DESK) {
      page.setViewportSize(width, own.height);
      int beyond = ((Number) page.evaluate(BEYOND)).intValue();
      if (beyond > 0) {
        found.add(beyond + " px too wide at " + width);
      }
    }
    page.setViewportSize(own.width, own.height);
    return found;
  }

  /** Where and how the service level is not whole in the console's header; nothing elsewhere. */
  static List<String> notWhole(Page page) {
    ViewportSize own = page.viewportSize();
    List<String> found = new ArrayList<>();
    for (Object width : (List<?>) page.evaluate("() => {" + HEADER + "return WORKING}")) {
      page.setViewportSize((Integer) width, own.height);
      String wrong =
          (String) page.evaluate("(id) => {" + HEADER + "return inHeader(id)}", "service-level");
      if (!wrong.isEmpty()) {
        found.add("the service level is " + wrong + " at " + width);
      }
    }
    page.setViewportSize(own.width, own.height);
    return found;
  }
}
