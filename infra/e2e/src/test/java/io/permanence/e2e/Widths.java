package io.permanence.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
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

  /** What secretaries work in; from the first on the header shows everything whole. */
  private static final int[] WORKING = {1280, 1366, 1440, 1920};

  private static final String IN_HEADER =
      """
      (id) => {
        const shown = document.querySelector(`header [data-testid="${id}"]`);
        if (!shown) return "";
        const header = shown.closest("header");
        const [box, bar] = [shown.getBoundingClientRect(), header.getBoundingClientRect()];
        const within = (o) =>
          o.left <= box.left && box.right <= o.right + 1 && o.top <= box.top && box.bottom <= o.bottom + 1;
        const meets = (o) =>
          o.left < box.right && box.left < o.right && o.top < box.bottom && box.top < o.bottom;
        if (shown.scrollWidth > shown.clientWidth + 1) return "cut off";
        if (box.height > 1.5 * parseFloat(getComputedStyle(shown).lineHeight)) return "on several lines";
        if (!within(bar) || box.right > innerWidth) return "outside of the header";
        for (let around = shown.parentElement; around !== header; around = around.parentElement)
          if (getComputedStyle(around).overflow !== "visible" && !within(around.getBoundingClientRect()))
            return "cut off";
        const others = [...header.children].filter((each) => !each.contains(shown));
        return others.some((each) => meets(each.getBoundingClientRect())) ? "covered" : "";
      }
      """;

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

  /** Where and how the service level is not whole in the console's header; nothing elsewhere. */
  static List<String> notWhole(Page page) {
    ViewportSize own = page.viewportSize();
    List<String> found = new ArrayList<>();
    for (int width : WORKING) {
      page.setViewportSize(width, own.height);
      String wrong = (String) page.evaluate(IN_HEADER, "service-level");
      if (!wrong.isEmpty()) {
        found.add("the service level is " + wrong + " at " + width);
      }
    }
    page.setViewportSize(own.width, own.height);
    return found;
  }
}
