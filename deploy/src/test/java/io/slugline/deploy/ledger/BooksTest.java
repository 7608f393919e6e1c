package io.slugline.deploy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.RawArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final FileBook files = new FileBook();
  private final ArticleBook articles = new ArticleBook();

  @Test
  void whatThePublishedArticlesAddUpToHasNoGap() {
    account("f", 2);
    publish("f-0");
    publish("f-1");

    assertThat(files.gaps(Instant.MIN)).isEmpty();
  }

  @Test
  void anArticleThatIsMissingOnTheTopicIsAGapOfItsFile() {
    account("f", 2);
    publish("f-0");

    assertThat(files.gaps(Instant.MIN))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.key()).isEqualTo("f.txt");
              assertThat(gap.articles()).isEqualTo(1);
            });
  }

  @Test
  void anArticleThatLiesThereTwiceOrWithoutAnAccountIsAGap() {
    account("f", 1);
    publish("f-0");
    publish("f-0");
    publish("g-0");

    assertThat(files.gaps(Instant.MIN)).extracting(Gap::key).containsExactly("f-0", "g inbox");
  }

  @Test
  void whatWentWithTheTopicsRetentionIsNoGap() {
    account("f", 2);

    assertThat(files.gaps(NOON)).isEmpty();
    assertThat(files.gaps(NOON.minusSeconds(1))).hasSize(1);
  }

  @Test
  void everyRawArticleHasOneOutcome() {
    articles.raw("f-0");
    articles.enriched("f-0");
    articles.raw("f-1");
    articles.repeat("f-1");
    articles.raw("f-2");
    articles.deadLetter("f-2");
    articles.raw("f-2");
    articles.enriched("f-2");

    assertThat(articles.gaps(0)).isEmpty();
  }

  @Test
  void whatOnlyAPromotionToldOfIsAnOutcomeAndWhatLiveToldOfTooIsNoSecondOne() {
    articles.raw("f-0");
    articles.enrichedByPromotion("f-0");
    articles.raw("f-1");
    articles.repeatByPromotion("f-1");
    articles.raw("f-2");
    articles.enriched("f-2");
    articles.enrichedByPromotion("f-2");

    articles.settle();

    assertThat(articles.gaps(0)).isEmpty();
    assertThat(articles.enriched()).isEqualTo(2);
    assertThat(articles.repeats()).isEqualTo(1);
  }

  @Test
  void oneWithoutAnOutcomeIsAGapUnlessItMayBeUnderWay() {
    articles.raw("f-0");
    articles.raw("f-1");

    assertThat(articles.gaps(0)).hasSize(2);
    assertThat(articles.gaps(1)).hasSize(1);
    assertThat(articles.gaps(9)).isEmpty();
  }

  @Test
  void oneWithTwoOutcomesIsAGapUnlessItsRawArticleIsGone() {
    articles.raw("f-0");
    articles.enriched("f-0");
    articles.enriched("f-0");
    articles.enriched("old-0");

    assertThat(articles.gaps(0)).extracting(Gap::key).containsExactly("f-0");
  }

  private void account(String file, int published) {
    files.account(
        file,
        new LedgerEntry(
            file,
            "inbox",
            file + ".txt",
            10,
            LedgerEntry.State.DONE,
            published,
            published,
            0,
            List.of(),
            null,
            null,
            NOON,
            NOON));
  }

  private void publish(String id) {
    files.published(
        new RawArticle(
            id, new byte[0], "text/plain", null, null, "inbox", "p", NOON, false, Map.of()));
  }
}
