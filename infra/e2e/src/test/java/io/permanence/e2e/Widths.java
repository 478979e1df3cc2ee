package io.permanence.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/** A screen fits the window it is opened in: a page that scrolls sideways hides what it offers. */
final class Widths {
  private static final int[] PHONE_TABLET_DESK = {390, 768, 1280};
  private static final String BEYOND =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private Widths() {}

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
}
