package io.slugline.alerting.console.view;

import io.slugline.contract.Cut;
import io.slugline.contract.EnrichedArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article without its text.
 *
 * @param firstArrivedAt arrival of its first revision
 * @param clean units of its clean text
 * @param cut bytes of the raw article that are not in the clean text
 * @param whole where the whole record lies
 */
public record ArticleLine(
    String id,
    int revision,
    @Nullable String source,
    @Nullable String url,
    String title,
    String language,
    Instant arrivedAt,
    Instant firstArrivedAt,
    boolean backfill,
    String copyGroup,
    String story,
    long sequence,
    int clean,
    int cut,
    Place whole) {
  private static final int TITLE = 200;
  private static final int URL = 500;

  static ArticleLine of(EnrichedArticle article, @Nullable ArticleLine before, Place whole) {
    String url = article.url();
    return new ArticleLine(
        article.id(),
        article.revision(),
        article.source(),
        url == null || url.length() > URL ? null : url,
        Texts.atMost(TITLE, article.title().isBlank() ? article.body() : article.title()),
        article.language(),
        article.arrivedAt(),
        before == null ? article.arrivedAt() : before.firstArrivedAt(),
        article.backfill(),
        article.copyGroup(),
        article.story().id(),
        article.sequence(),
        article.title().length() + article.body().length(),
        article.cuts().stream().mapToInt((Cut cut) -> cut.rawEnd() - cut.rawStart()).sum(),
        whole);
  }

  /** Who published it, in a word that can be shown. */
  public String outlet() {
    return source == null ? "unknown source" : source;
  }

  boolean isCopy() {
    return !copyGroup.equals(id);
  }

  ArticleLine inStory(String other, long since) {
    return new ArticleLine(
        id,
        revision,
        source,
        url,
        title,
        language,
        arrivedAt,
        firstArrivedAt,
        backfill,
        copyGroup,
        other,
        since,
        clean,
        cut,
        whole);
  }
}
