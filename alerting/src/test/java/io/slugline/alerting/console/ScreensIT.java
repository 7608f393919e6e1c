package io.slugline.alerting.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each screen has to tell, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensIT {
  private static final String TEXT = "Freighters dock at Rason again";

  private final Browser browser = Browser.start();
  private final List<String> backtested = new CopyOnWriteArrayList<>();
  private Instant earlier = Instant.now();
  private Doubles topics = new Doubles();
  private @Nullable ConsoleServer server;

  @BeforeEach
  void start() {
    earlier = Instant.now().minus(Duration.ofHours(2));
    topics = new Doubles();
    topics.view.caughtUp();
    server = serve();
    backtested.clear();
  }

  @AfterEach
  void stop() {
    browser.closePages();
    Objects.requireNonNull(server).close();
  }

  @AfterAll
  void stopBrowser() {
    browser.close();
  }

  @Test
  void aSilentSourceStandsByItselfAndNotAmongWhatFires() {
    topics.put(Facts.alert("s1", Severity.CRITICAL, TEXT, earlier));
    topics.put(Facts.article("a1", "s1", TEXT, earlier));
    topics.put(Facts.silentSource("Kanal 9", earlier));

    Page page = open("/");
    assertThat(page.locator("tr.row")).hasCount(1);
    assertThat(page.locator("#foot")).containsText("1: Kanal 9");
    page.click("text=Silent sources >> nth=0");
    assertThat(page.locator("tr.row")).containsText("Kanal 9 is silent");
    Browser.keep(page, "silent-source");
    Browser.isAccessible(page);
    page.keyboard().press("j");
    page.keyboard().press("a");
    assertThat(page.locator("#toast")).containsText("when the source is heard again");
    page.keyboard().press("Enter");

    assertThat(page.locator("main")).containsText("▲ silent");
    Browser.keep(page, "sources-silent");
    assertThat(open("/audit").locator("main")).containsText("silent for longer than is usual");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void everyStateIsToldByAWordAndASign() {
    Alert first = Facts.alert("s1", Severity.CRITICAL, TEXT, earlier);
    Alert.Acknowledgement ack =
        new Alert.Acknowledgement("ida", "on it", earlier.plusSeconds(9999));
    topics.view.take("ships", Facts.watch("ships", "Ships", WatchState.LIVE, earlier));
    topics.put(first);
    topics.put(next("s2", Alert.Change.ACKNOWLEDGED, ack, null));
    topics.put(next("s3", Alert.Change.UPDATED, null, "silence-1"));
    topics.put(next("s4", Alert.Change.RETRACTED, null, null));

    Page page = open("/");
    Browser.keep(page, "states");

    assertThat(page.locator("tr.row .state"))
        .hasText(new String[] {"● Firing", "⊘ Retracted", "◐ Taken", "○ Silenced"});
    Page story = open("/story/s2");
    assertThat(story.locator(".alert-line")).containsText("by ida");
    assertThat(story.locator(".alert-line"))
        .containsText("wakes people all the same: a higher severity");
    Browser.keep(story, "story-taken");
  }

  @Test
  void aSilenceOfOneWatchHidesItsOwnPageThoughAnothersCameWithIt() {
    Alert ships = Facts.alert("s1", Severity.CRITICAL, TEXT, earlier);
    topics.put(ships);
    topics.view.take(
        Facts.pagedTogether(earlier, ships, Facts.alert("s2", Severity.INFO, TEXT, earlier)));

    Page page = open("/");
    page.keyboard().press("j");
    page.keyboard().press("s");

    assertThat(page.locator("#preview")).containsText("1 page of 1 alert");
  }

  @Test
  void whatAWatchWouldHavePagedIsDrawnAndFollowsTheText() {
    topics.view.take("ships", Facts.watch("ships", "Ships", WatchState.LIVE, earlier));
    Page page = open("/watches/ships");

    page.click("text=last 30 days");
    assertThat(page.locator("#chart")).containsText("5 pages in the last 30 days, at most 3 a day");
    assertThat(page.locator("#chart rect")).hasCount(30);
    Browser.keep(page, "watch-chart");
    String text = page.inputValue("textarea.query");
    page.fill("textarea.query", text.replace("freighter", "freighter OR tanker"));

    assertThat(page.locator("#chart")).containsText("8 pages in the last 30 days");
    assertThat(backtested)
        .containsExactly("30: freighter AND dock*", "30: freighter OR tanker AND dock*");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void aWatchThatIsMadeLiveKeepsWhatItsShadowDid() {
    Alert shadow = Facts.inShadow(Facts.alert("s1", Severity.CRITICAL, TEXT, earlier));
    topics.view.take("ships", Facts.watch("ships", "Ships", WatchState.SHADOW, earlier));
    topics.put(shadow);
    topics.put(Facts.inShadow(Facts.alert("s2", Severity.CRITICAL, TEXT, earlier)));
    topics.view.take(irrelevant(shadow));
    Page page = open("/watches/ships");
    assertThat(page.locator("main")).containsText("it has opened 2 alerts");

    String text = page.inputValue("textarea.query");
    page.fill("textarea.query", text.replace("state: shadow", "state: live"));
    page.click("text=Put in force");

    assertThat(page.locator("main")).containsText("made live on 2 alerts");
    assertThat(page.locator("main")).containsText("1 not relevant");
    Watch live = topics.view.versions("ships").get(1);
    assertThat(live.promotion()).isEqualTo(new Watch.Promotion(earlier, 2, 1));
    assertThat(page.locator("summary:has(.pill)"))
        .hasText(
            new Pattern[] {
              Pattern.compile("2: live by ann.*"), Pattern.compile("1: shadow by ann.*")
            });
  }

  @Test
  void aShiftHandsOverWhatIsOpenAndWhatIsTaken() {
    Alert open = Facts.alert("s1", Severity.CRITICAL, TEXT, earlier);
    Alert.Acknowledgement ack = new Alert.Acknowledgement("ida", "on it", null);
    topics.put(open);
    topics.put(next("s2", Alert.Change.ACKNOWLEDGED, ack, null));
    topics.view.take(Facts.paged(open, earlier));
    topics.view.take(Facts.withheld(open, "silence", earlier));

    Page page = open("/audit?hours=8");

    String shift = page.locator("section:has(#shift-title)").innerText();
    assertThat(shift).contains("Needs someone: 1", "Taken: 1").containsPattern("by\\s+ida");
    assertThat(shift)
        .containsPattern("Pages that went out\\s+1")
        .containsPattern("Pages withheld\\s+1");
    page.selectOption("[name=kind]", "withheld");
    page.click("text=Filter");
    assertThat(page.locator("ol.timeline li")).hasCount(1);
    assertThat(page.locator("ol.timeline li")).containsText("gate silence");
  }

  @Test
  void twoTextsOfAStoryStandSideBySide() {
    topics.put(Facts.article("a1", "s1", "The ship docked on Monday", earlier));
    topics.put(Facts.article("a2", "s1", "The ship sank on Monday", earlier.plusSeconds(60)));
    Page page = open("/story/s1");

    page.check("[value=a1]");
    page.check("[value=a2]");
    page.click("text=Compare two");

    assertThat(page.locator("article h2 del")).hasText("docked");
    assertThat(page.locator("article h2 ins")).hasText("sank");
  }

  @Test
  void timesAreUtcAndTellTheLocalOneOnHover() {
    topics.put(Facts.alert("s1", Severity.CRITICAL, TEXT, Instant.parse("2026-05-04T22:15:00Z")));
    Page page = open("/");

    page.hover("tr.row .c-time time >> nth=0");

    assertThat(page.locator("tr.row .c-time time").first()).hasText("4 May 22:15");
    assertThat(page.getAttribute("tr.row .c-time time >> nth=0", "title"))
        .contains("May 5, 2026", "7:15", "GMT+9", "2026-05-04 22:15:00 UTC");
  }

  private Alert next(
      String story,
      Alert.Change change,
      Alert.@Nullable Acknowledgement ack,
      @Nullable String silence) {
    return Facts.next(Facts.alert(story, Severity.CRITICAL, TEXT, earlier), change, ack, silence);
  }

  private Action irrelevant(Alert alert) {
    Action.Target target =
        new Action.Target(
            alert.alert(), alert.watch(), alert.story(), null, null, null, null, null);
    return new Action(
        "i1",
        Action.Kind.IRRELEVANT,
        earlier.plusSeconds(60),
        "ida",
        target,
        List.of(),
        null,
        null);
  }

  /** Three pages yesterday and two today, and three more with a longer query. */
  private List<Outside.Day> pages(Watch watch, int days) {
    backtested.add(days + ": " + watch.query().strip());
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    int more = watch.query().contains("tanker") ? 3 : 0;
    return List.of(new Outside.Day(today.minusDays(1), 3, 3), new Outside.Day(today, 2 + more, 2));
  }

  private Page open(String path) {
    Page page = browser.open(1360, 850);
    page.navigate(Objects.requireNonNull(server).address() + path.substring(1));
    return page;
  }

  private ConsoleServer serve() {
    Outside outside =
        new Outside(null, this::pages, null, null, null, id -> true, Map::of, watch -> watch);
    return Serve.open(topics, outside, Clock.systemUTC(), new InetSocketAddress("localhost", 0));
  }
}
