package io.slugline.ingest;

import io.slugline.contract.RawArticle;
import io.slugline.ingest.format.Articles;
import io.slugline.ingest.format.Charsets;
import io.slugline.ingest.format.FoundArticle;
import java.util.function.BooleanSupplier;

/** Puts the articles of one file on the topic, past those that were there before a crash. */
final class Publication implements Articles {
  private final Account account;
  private final IngestConfig config;
  private final Transaction transaction;
  private final IngestMetrics metrics;
  private final BooleanSupplier isStopping;
  private boolean isPublishing;

  /** The stage stops in the middle of a file; what was published of it is in the ledger. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Publication(
      Account account,
      IngestConfig config,
      Transaction transaction,
      IngestMetrics metrics,
      BooleanSupplier isStopping) {
    this.account = account;
    this.config = config;
    this.transaction = transaction;
    this.metrics = metrics;
    this.isStopping = isStopping;
  }

  @Override
  public void found(FoundArticle article) {
    if (account.meetsAgain()) return;
    RawArticle raw = raw(article);
    isPublishing = true;
    transaction.publish(raw);
    account.published();
    transaction.afterCommit(() -> metrics.article(true));
    passedOver();
  }

  @Override
  public void rejected(String reason) {
    if (account.meetsAgain()) return;
    isPublishing = true;
    account.rejected(reason);
    transaction.afterCommit(() -> metrics.article(false));
    passedOver();
  }

  @Override
  public void passedOver() {
    isPublishing = true;
    boolean stops = isStopping.getAsBoolean();
    if (stops || transaction.isDue()) {
      transaction.enter(account.reading());
      transaction.commit();
    }
    if (stops) throw new StoppedException();
    isPublishing = false;
  }

  /** Whether what was thrown out of reading a file came from here, and says nothing of the file. */
  boolean isPublishing() {
    return isPublishing;
  }

  private RawArticle raw(FoundArticle article) {
    return new RawArticle(
        account.articleId(),
        article.bytes(),
        article.mediaType(),
        Charsets.declared(article).orElse(null),
        Charsets.detected(article).orElse(null),
        config.inboxId(),
        article.path(),
        account.arrivedAt(),
        config.backfill(),
        article.headers());
  }
}
