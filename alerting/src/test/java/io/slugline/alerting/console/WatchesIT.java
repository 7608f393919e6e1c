package io.slugline.alerting.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Action;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.Severity;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Watches, what they make of a text, and where texts come from, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchesIT {
  private final Browser browser = Browser.start();
  private final Instant earlier = Instant.now().minus(Duration.ofHours(2));
  private Visit visit;

  @BeforeEach
  void start() {
    Outside outside =
        new Outside(
            WatchesIT::read, null, null, null, null, "rason"::equals, Map::of, watch -> watch);
    visit = Visit.to(browser, outside);
    put("ships", WatchState.LIVE);
  }

  @AfterEach
  void stop() {
    visit.close();
  }

  @AfterAll
  void stopBrowser() {
    browser.close();
  }

  @Test
  void theTextIsReadCheckedAndTriedOnItsExamplesWhileItIsWritten() {
    Page page = visit.open("/watches/ships");
    assertThat(page.locator("#checked")).containsText("✓ must hit, hits: A freighter docked.");
    assertThat(page.locator("#checked")).containsText("✓ must miss, misses: A cup was won.");
    String text = page.inputValue("textarea.query");

    page.fill("textarea.query", text.replace("freighter AND", "freighter AND AND"));
    assertThat(page.locator("#checked")).containsText("✗ error, line 7, column");
    page.fill("textarea.query", text.replace("dock*", "entity:rasun"));
    assertThat(page.locator("#checked")).containsText("rasun");
    assertThat(page.locator("#checked")).containsText("✗ must hit, misses: A freighter docked.");
    Browser.keep(page, "watch-checked");

    page.click("text=Put in force");
    assertThat(page.locator("[role=alert]"))
        .containsText("a live watch must do as its examples say; it misses: A freighter docked.");
    Browser.isAccessible(page);
    Browser.keep(page, "refused");
    page.goBack();
    assertThat(page.locator("textarea.query")).hasValue(Pattern.compile("entity:rasun"));
    assertThat(visit.topics().view.versions("ships")).hasSize(1);
  }

  @Test
  void aNewWatchBeginsAsADraftWithItsAuthor() {
    Page page = visit.open("/watches");

    page.click("text=New watch");
    page.click("text=Put in force");

    assertThat(page).hasURL(visit.server().address() + "watches/new-watch");
    assertThat(page.locator("summary:has(.pill)")).containsText("1: draft by ann");
    Page list = visit.open("/watches");
    assertThat(list.locator("tr:has-text('new-watch') .pill")).hasText("draft");
    Browser.keep(list, "watches");
  }

  @Test
  void aPastedTextIsExplainedWatchByWatch() {
    put("trial", WatchState.SHADOW);
    put("sketch", WatchState.DRAFT);
    Page page = visit.open("/explain");

    page.fill("[name=text]", "A freighter has docked at Rason");
    page.click("text=Explain the text");
    assertThat(page.locator(".why:has(a[href='/watches/ships'])"))
        .hasText(Pattern.compile("^\\s*✓ matches Watch ships\\s*· clause freighter"));
    assertThat(page.locator(".why:has(a[href='/watches/ships']) mark")).hasText("freighter");
    assertThat(page.locator(".why:has(a[href='/watches/trial']) .bad")).containsText("shadow");
    assertThat(page.locator(".why:has(a[href='/watches/sketch']) .bad")).containsText("draft");
    Browser.keep(page, "explain-text");
    Browser.isAccessible(page);

    page.fill("[name=text]", "A freighter has left Rason");
    page.click("text=Explain the text");
    assertThat(page.locator(".why:has(a[href='/watches/ships'])")).containsText("✗ does not match");
    assertThat(page.locator(".why:has(a[href='/watches/ships']) code.clause")).hasText("dock*");
  }

  @Test
  void anArticleIsExplainedUpToTheGateThatWouldWithholdIt() {
    Instant first = Instant.now();
    visit.topics().put(Facts.article("a1", "s1", "A freighter docked", first));
    visit.topics().put(Facts.article("a2", "s1", "The freighter docked", first.plusSeconds(60)));
    visit.topics().put(Facts.article("a3", "s3", "That freighter docked", first.plusSeconds(60)));
    visit.topics().put(Facts.alert("s1", Severity.WARNING, "A freighter docked", first));
    Page page = visit.open("/explain?article=a1");
    assertThat(page.locator(".why .bad")).hasCount(0);

    assertThat(visit.open("/explain?article=a2").locator(".why .bad"))
        .containsText("nobody is paged: update: its story has paged since");
    assertThat(visit.open("/explain?article=a3").locator(".why .bad")).hasCount(0);
    Action.Target ships = new Action.Target(null, "ships", null, null, null, null, null, null);
    visit
        .topics()
        .write(
            new Action(
                "x", Action.Kind.SILENCE, first, "ida", ships, List.of(), null, "an exercise"));
    assertThat(visit.open("/explain?article=a3").locator(".why .bad"))
        .hasText("nobody is paged: silence by ida: an exercise");
  }

  @Test
  void theSumsOfTheSourcesAddUp() {
    EnrichedArticle first = Facts.article("a1", "s1", "A freighter docked", earlier);
    visit.topics().put(first);
    visit.topics().put(Facts.copy(first, "a2", earlier.plusSeconds(9)));
    visit.topics().view.take("f1", file(LedgerEntry.State.DONE, 3, 2, null));
    visit.topics().view.take("f2", file(LedgerEntry.State.REJECTED, 0, 0, "is no gzip"));
    visit.topics().view.take("f3", file(LedgerEntry.State.REPEAT, 0, 0, null));

    Page page = visit.open("/sources");
    Browser.keep(page, "sources");

    assertThat(page.locator("tr.total td.num")).hasText(new String[] {"2", "0", "1", "10 %"});
    assertThat(page.locator("main"))
        .containsText("3 files: 1 came again, 1 could not be read. In the others 3 articles");
    assertThat(page.locator("main")).containsText("3 articles = 2 published + 1 rejected");
    assertThat(page.locator("main")).containsText("is no gzip");
  }

  private void put(String id, WatchState state) {
    visit.topics().view.take(id, Facts.watch(id, "Watch " + id, state, earlier));
  }

  /** As enrich reads a pasted text: it arrives never. */
  private static Optional<EnrichedArticle> read(String text) {
    return Optional.of(Facts.article("pasted", "none", text, Instant.EPOCH));
  }

  private LedgerEntry file(
      LedgerEntry.State state, int articles, int published, @Nullable String reason) {
    List<LedgerEntry.Rejection> rejections =
        articles == published ? List.of() : List.of(new LedgerEntry.Rejection(2, "has no text"));
    return new LedgerEntry(
        "f",
        "inbox",
        "a.jsonl",
        9,
        state,
        articles,
        published,
        articles - published,
        rejections,
        reason,
        null,
        earlier,
        earlier);
  }
}
