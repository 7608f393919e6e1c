package io.slugline.alerting.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium; tests that need one are skipped where it is missing. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENS = Path.of("target", "screens");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  /** What pages said that they should not have to say: refused scripts, failures, dialogs. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browser(Playwright playwright) {
    this.playwright = playwright;
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  static Browser start() {
    Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM);
    return new Browser(
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  Page open(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setTimezoneId("Asia/Seoul"));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) complaints.add(message.text());
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  /** Keeps a picture of the page among what the build leaves. */
  static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(false));
  }

  static void isAccessible(Page page) {
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .toList();
    assertThat(serious).as("violations at " + page.url()).isEmpty();
  }

  /** Lets go of what was opened. */
  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
    complaints.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
