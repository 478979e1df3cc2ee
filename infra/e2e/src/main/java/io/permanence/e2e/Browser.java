package io.permanence.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Debian's Chromium, headless, with a microphone that plays a tone of {@link #VOICE} hertz: what a
 * secretary or a customer sits in front of.
 */
public final class Browser implements AutoCloseable {
  /** What the microphone says, in hertz: no note of the waiting music, no harmonic of one. */
  public static final int VOICE = 1700;

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-quic",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--allow-loopback-in-peer-connection",
          "--autoplay-policy=no-user-gesture-required",
          "--disable-features=WebRtcHideLocalIpsWithMdns");

  private final List<Page> pages = new ArrayList<>();
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it. */
  public static Browser open() {
    return open(VOICE);
  }

  /** One whose people speak with another voice, in hertz. */
  static Browser open(int voice) {
    PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    if (!Files.isExecutable(CHROMIUM)) {
      throw new AssertionError("Chromium is missing at " + CHROMIUM);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(ARGUMENTS);
    arguments.add("--use-file-for-fake-audio-capture=" + Tone.wav(voice));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setHeadless(true)
                    .setArgs(arguments)));
  }

  /** A person's own browser: nothing is shared with another one's. */
  public Page person(String language, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Europe/Paris")
                .setPermissions(List.of("microphone", "notifications"))
                .setViewportSize(width, height));
    context.setDefaultTimeout(20_000);
    Page page = context.newPage();
    pages.add(page);
    return page;
  }

  /** Everybody closes their window. */
  public void leaveAll() {
    pages.forEach(page -> page.context().close());
    pages.clear();
  }

  /** Shows what was on every screen, for whoever reads a failed run. */
  public void photograph(String name) {
    for (int i = 0; i < pages.size(); i++) {
      pages
          .get(i)
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target/screens", name + "-" + i + ".png")));
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
