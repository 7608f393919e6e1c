package io.slugline.alerting.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Replay;
import io.slugline.contract.Severity;
import io.slugline.contract.WatchState;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The console in a real browser, with topics in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {
  private static final List<String> SCREENS =
      List.of(
          "/",
          "/story/s1",
          "/article/article-s1",
          "/article/article-s1?text=raw",
          "/compare?pick=article-s1&pick=second-s1",
          "/watches",
          "/watches/ships",
          "/new-watch",
          "/explain",
          "/explain?article=article-s1",
          "/sources",
          "/audit",
          "/operations",
          "/order/silence?alert=alert-s1",
          "/order/acknowledge?alert=alert-s1");

  private static final String EVERYTHING_SHOWN =
      "document.title + document.body.innerText"
          + " + [...document.querySelectorAll('input,textarea')]"
          + ".filter(each => each.type !== 'hidden' && each.type !== 'radio')"
          + ".map(each => each.value).join()";
  private static final List<String> AT_NIGHT =
      List.of("/", "/story/s1", "/article/article-s1?text=raw", "/watches/ships", "/audit");

  private Instant now = Instant.now();
  private Browser browser = Browser.start();
  private Doubles topics = new Doubles();
  private Operations operations = new Operations();
  private ConsoleServer server = serve();

  @BeforeAll
  void startOver() {
    server.close();
  }

  @BeforeEach
  void start() {
    topics = new Doubles();
    operations = new Operations();
    server = serve();
    now = Instant.now();
  }

  @AfterEach
  void stop() {
    browser.closePages();
    server.close();
  }

  @AfterAll
  void stopBrowser() {
    browser.close();
  }

  @Test
  void everyScreenIsAccessibleByDayAndNight() {
    aDay("Freighters dock at Rason again");

    for (String theme : List.of("light", "dark")) {
      Page page = browser.open(1360, 850);
      page.navigate(server.address());
      while (!theme.equals(page.getAttribute("html", "data-theme"))) page.click("[name=theme]");
      for (String screen : theme.equals("light") ? SCREENS : AT_NIGHT) {
        page.navigate(at(screen));
        Browser.isAccessible(page);
        Browser.keep(page, theme + screen.replaceAll("[^a-z0-9]+", "-"));
      }
    }

    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void anEmptyScreenSaysWhenTheLastArticleCame() {
    topics.view.caughtUp();
    topics.put(Facts.article("a", "s", "A quiet day", now.minusSeconds(130)));

    Page page = open("/");

    assertThat(page.locator("#empty")).containsText("The last article came 2 min ago");
  }

  @Test
  void anAlertShowsItselfWithoutReload() {
    Page page = open("/");
    assertThat(page.locator("#live")).hasText("Live");
    long started = System.nanoTime();

    topics.put(Facts.alert("s9", Severity.CRITICAL, "A ship was struck", now));

    assertThat(page.locator("#a-alert-s9")).containsText("A ship was struck");
    System.out.printf(
        "live: %d ms from record to row%n", (System.nanoTime() - started) / 1_000_000);
    assertThat(page).hasTitle(Pattern.compile("^\\(1\\).*"));
  }

  @Test
  void nothingMovesUnderTheCursor() {
    aDay("Freighters dock at Rason again");
    Page page = open("/");
    assertThat(page.locator("#live")).hasText("Live");
    page.hover("#a-alert-s1");

    topics.put(Facts.alert("s9", Severity.CRITICAL, "A ship was struck", now));

    assertThat(page.locator("#news")).containsText("1 new");
    assertThat(page.locator("#a-alert-s9")).hasCount(0);
    page.keyboard().press(".");
    assertThat(page.locator("#a-alert-s9")).isVisible();
    assertThat(page.locator("#news")).isHidden();
  }

  @Test
  void twoKeysAndEnterTakeAnAlert() {
    aDay("Freighters dock at Rason again");
    Page page = open("/");

    page.keyboard().press("j");
    page.keyboard().press("a");
    assertThat(page.locator("dialog[open]")).containsText("Acknowledge");
    page.keyboard().press("Enter");

    assertThat(page.locator("#a-alert-s1 .state")).hasText("◐ Taken");
    assertThat(page.locator("#a-alert-s1 .c-owner")).hasText("ann");
    assertThat(page.locator("#a-alert-s1")).hasClass(Pattern.compile("chosen"));
    assertThat(topics.actions).extracting(Action::kind).containsExactly(Action.Kind.ACKNOWLEDGE);
  }

  @Test
  void aSilenceShowsWhatItWouldHaveHidden() {
    aDay("Freighters dock at Rason again");
    Page page = open("/");
    page.keyboard().press("j");

    page.keyboard().press("s");
    assertThat(page.locator("#preview")).containsText("1 page of 1 alert");
    page.check("input[value=watch]");
    assertThat(page.locator("#preview")).containsText("2 pages of 2 alerts");
    Browser.keep(page, "silence-preview");
    page.fill("dialog [name=note]", "an exercise");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Silence").setExact(true))
        .click();

    assertThat(page.locator("#a-alert-s1 .state")).hasText("○ Silenced");
    assertThat(topics.actions).singleElement().satisfies(this::silencesTheWatch);
  }

  @Test
  void aPhoneShowsEverythingInItsWidth() {
    aDay("Freighters dock at Rason again, and a headline that goes on for two or three lines");
    for (String screen : SCREENS) {
      Page page = browser.open(390, 844);
      page.navigate(at(screen));
      Browser.keep(page, "phone" + screen.replaceAll("[^a-z0-9]+", "-"));
      assertThat(overflow(page)).as(screen).isLessThanOrEqualTo(0);
      page.close();
    }
  }

  @Test
  void nothingThatAStrangerWroteRuns() {
    for (String hostile : Hostile.TEXTS) {
      topics = new Doubles();
      server.close();
      server = serve();
      aDay(hostile);
      Strangers.wrote(topics, hostile, now);
      Page page = browser.open(1360, 850);
      for (String screen : SCREENS) {
        page.navigate(at(screen));
        assertThat(page.evaluate("window.ran === undefined")).isEqualTo(true);
        assertThat(page.evaluate("document.getElementById('foreign') === null")).isEqualTo(true);
        assertThat((String) page.evaluate(EVERYTHING_SHOWN)).doesNotContain("\u202e");
        assertThat(overflow(page)).as(screen).isLessThanOrEqualTo(0);
      }
      assertThat(browser.complaints).isEmpty();
      browser.closePages();
    }
  }

  private void silencesTheWatch(Action action) {
    assertThat(action.kind()).isEqualTo(Action.Kind.SILENCE);
    assertThat(action.target().watch()).isEqualTo("ships");
    assertThat(action.target().story()).isNull();
    assertThat(action.by()).isEqualTo("ann");
    assertThat(action.note()).isEqualTo("an exercise");
  }

  /** Two stories that fire, one with two articles, pages that went out and one that did not. */
  private void aDay(String text) {
    operations.failed(text, now);
    operations.ran(Replay.State.RUNNING, text, now);
    Instant earlier = now.minus(Duration.ofHours(2));
    topics.view.caughtUp();
    topics.view.take("ships", Facts.watch("ships", text, WatchState.LIVE, earlier));
    Alert first = Facts.alert("s1", Severity.CRITICAL, text, earlier);
    Alert second = Facts.alert("s2", Severity.WARNING, text, earlier);
    topics.put(Facts.article("article-s1", "s1", text, earlier));
    topics.put(Facts.article("second-s1", "s1", "And then " + text, earlier.plusSeconds(60)));
    topics.put(Facts.article("article-s2", "s2", text, earlier));
    topics.put(first);
    topics.put(second);
    topics.view.take(Facts.paged(first, earlier));
    topics.view.take(Facts.paged(second, earlier));
    topics.view.take(Facts.withheld(first, "silence", earlier));
  }

  private Page open(String path) {
    Page page = browser.open(1360, 850);
    page.navigate(at(path));
    return page;
  }

  private static int overflow(Page page) {
    return (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
  }

  private String at(String path) {
    return server.address() + path.substring(1);
  }

  @Test
  void whoeverOperatesSendsLettersBackAndSeesWhatAReplayWouldChange() {
    operations.failed("JsonParseException: unexpected end", now);
    operations.ran(Replay.State.DONE, "new keywords", now);
    Page page = open("/operations");
    Browser.keep(page, "operations");

    page.click("text=What would change");
    assertThat(page.locator("#difference")).containsText("would have paged 2 more times");
    page.fill("[name=note]", "mended in 1.2");
    page.click("text=Send back");

    assertThat(page.locator("main")).containsText("3 of 3 letters of 3f2a sent back");
    assertThat(page.locator("main")).containsText("None waits for a decision");
    assertThat(operations.orders).containsExactly("redrive 3f2a by ann: mended in 1.2");
  }

  @Test
  void aRunningReplayIsPaused() {
    operations.ran(Replay.State.RUNNING, "new keywords", now);
    Page page = open("/operations");

    page.click("text=Pause");

    assertThat(operations.orders).containsExactly("pause r1");
  }

  @Test
  void aReplayIsPlannedPromotedAndDropped() {
    operations.ran(Replay.State.DONE, "new keywords", now);
    Page page = open("/operations");
    Browser.keep(page, "operations-replay");

    page.fill("[name=why]", "new names");
    page.fill("[name=days]", "30");
    page.click("text=Plan a replay");
    page.click("text=Promote");
    page.click("text=Drop");

    assertThat(page.locator("#replays")).containsText("it did not catch up with live");
    assertThat(operations.orders)
        .containsExactly("plan new names of 30 days by ann", "promote r1", "drop r1");
  }

  private ConsoleServer serve() {
    return Serve.open(
        topics, operations.outside(), Clock.systemUTC(), new InetSocketAddress("localhost", 0));
  }
}
