package io.slugline.alerting.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Delivery;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Severity;
import io.slugline.contract.WatchState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a person sees of a story and can order about it, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {
  private final Browser browser = Browser.start();
  private Visit visit;

  @BeforeEach
  void start() {
    visit = Visit.to(browser, Outside.none());
    Instant earlier = Instant.now().minus(Duration.ofHours(2));
    EnrichedArticle first = Facts.article("article-s1", "s1", "Freighters dock", earlier);
    visit.topics().view.take("ships", Facts.watch("ships", "Ships", WatchState.LIVE, earlier));
    visit.topics().put(first);
    visit.topics().put(Facts.copy(first, "copy-s1", earlier.plusSeconds(30)));
    visit.topics().put(Facts.article("other-s1", "s1", "A ferry sank", earlier.plusSeconds(60)));
    visit.topics().put(Facts.alert("s1", Severity.CRITICAL, "Freighters dock", earlier));
    visit.topics().put(Facts.article("article-s2", "s2", "Rason is busy", earlier));
    visit.topics().put(Facts.alert("s2", Severity.WARNING, "Rason is busy", earlier));
  }

  @AfterEach
  void stop() {
    assertThat(browser.complaints).isEmpty();
    visit.close();
  }

  @AfterAll
  void stopBrowser() {
    browser.close();
  }

  @Test
  void whyItFiredQuotesTheSentenceWithClauseSpanAndAlias() {
    Page page = visit.open("/story/s1");

    Locator why = page.locator("section:has(#why-title)");
    assertThat(why.locator("code.clause")).hasText("Freighters dock");
    assertThat(why.locator("blockquote mark")).hasText("Frei");
    assertThat(why.locator("blockquote")).containsText("named “Freighters dock”");
    why.locator("blockquote a").click();
    assertThat(page.locator("h1 mark")).hasText("Frei");
    page.click("text=Raw text, with the cuts");
    assertThat(page.locator(".raw mark")).hasText("Frei");
    assertThat(page.locator(".raw .rule")).hasText("share-bar/1");
  }

  @Test
  void copiesAreFoldedAndEachArticleSaysWhyItIsHere() {
    Page page = visit.open("/story/s1");

    assertThat(page.locator(".facts")).containsText("3 articles, 1 outlet (2 independent)");
    assertThat(page.locator(".group")).hasCount(2);
    assertThat(page.locator(".group >> nth=0 >> summary:has-text('copy')"))
        .hasText("1 copy of this text");
    page.click(".group >> nth=1 >> text=why here");
    assertThat(page.locator(".group >> nth=1 >> .because"))
        .containsText("Similarity 0.50 to the story");
    Browser.keep(page, "story-why-here");
  }

  @Test
  void whatIsPickedIsSplitOff() {
    Page page = visit.open("/story/s1");

    page.check("[value=other-s1]");
    page.click("text=Split off …");
    assertThat(page.locator("main")).containsText("Nobody is paged for a split");
    Browser.keep(page, "split");
    page.click("button:has-text('Split off 1')");

    assertThat(page.locator(".facts")).containsText("2 articles");
    Action order = visit.topics().actions.get(0);
    assertThat(order.kind()).isEqualTo(Action.Kind.SPLIT);
    assertThat(order.articles()).containsExactly("other-s1");
    assertThat(page.locator("section:has(#time-title)")).containsText("split");
  }

  @Test
  void anotherStoryIsMergedIn() {
    Page page = visit.open("/story/s1");

    page.click("text=Merge …");
    page.selectOption("dialog [name=other]", "s2");
    Browser.keep(page, "merge");
    page.click("dialog button:has-text('Merge')");

    assertThat(page.locator(".facts")).containsText("4 articles");
    Action order = visit.topics().actions.get(0);
    assertThat(order.kind()).isEqualTo(Action.Kind.MERGE);
    assertThat(order.target().otherStory()).isEqualTo("s2");
    assertThat(visit.open("/story/s2").url()).endsWith("/story/s1");
  }

  @Test
  void whatIsNotRelevantIsSilencedAndCountsAgainstItsWatch() {
    Page page = visit.open("/story/s1");

    page.click("text=Not relevant");
    page.fill("dialog [name=note]", "a harbour festival");
    page.click("dialog button:has-text('Not relevant')");

    assertThat(page.locator(".alert-line .state")).hasText("○ Silenced");
    assertThat(visit.topics().actions)
        .extracting(Action::kind)
        .isEqualTo(List.of(Action.Kind.IRRELEVANT, Action.Kind.SILENCE));
    assertThat(visit.open("/watches").locator("tbody td.num >> nth=2")).hasText("1");
    assertThat(visit.open("/audit").locator("main")).containsText("a harbour festival");
  }

  @Test
  void aSilenceLastsUntilTheStoryIsOverOrAPersonEndsIt() {
    Page page = visit.open("/story/s1");

    page.keyboard().press("s");
    page.selectOption("dialog [name=hours]", "0");
    page.fill("dialog [name=note]", "the desk knows");
    page.click("dialog button.main");
    assertThat(page.locator(".alert-line .state")).hasText("○ Silenced");
    assertThat(visit.topics().actions.get(0).until()).isNull();
    page.click("text=Silenced …");
    assertThat(page.locator("dialog[open]")).containsText("by ann: the desk knows");
    page.click("dialog >> text=End it");

    assertThat(page.locator(".alert-line .state")).hasText("● Firing");
  }

  @Test
  void whatTwoWatchesDoInTurnsIsFolded() {
    Instant at = Instant.now();
    for (int i = 0; i < 3; i++) {
      visit.topics().view.take(withheld("ships", at.plusMillis(i)));
      visit.topics().view.take(withheld("arms", at.plusMillis(i)));
    }

    for (String screen : List.of("/story/s1", "/audit")) {
      assertThat(visit.open(screen).locator("li.withheld b"))
          .hasText(new String[] {"withheld ×3", "withheld ×3"});
    }
  }

  private static Delivery withheld(String watch, Instant at) {
    return new Delivery(
        watch + at,
        List.of("alert-s1"),
        watch,
        "s1",
        Alert.Change.UPDATED,
        false,
        "desk",
        Delivery.Outcome.WITHHELD,
        "update",
        "no step of escalation was passed",
        0,
        at);
  }

  @Test
  void theAddressIsTheState() {
    Page page = visit.open("/");

    page.fill("[name=q]", "rason");
    page.click("text=Filter");
    assertThat(page).hasURL(Pattern.compile("q=rason"));
    page.keyboard().press("j");
    assertThat(page).hasURL(Pattern.compile("#a-alert-s2$"));
    page.reload();

    assertThat(page.locator("tr.row")).hasCount(1);
    assertThat(page.locator("tr.row.chosen")).hasId("a-alert-s2");
    assertThat(page.locator("[name=q]")).hasValue("rason");
  }
}
