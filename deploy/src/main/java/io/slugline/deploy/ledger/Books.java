package io.slugline.deploy.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.deadletter.DeadLetter;
import io.slugline.deploy.deadletter.DeadLetters;
import io.slugline.deploy.deadletter.LetterFilter;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** All books, read from a cluster. */
final class Books {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final String BY_LANGUAGE = "-by-language-repartition";

  private final Cluster cluster;
  private final Clock clock;
  private final FileBook files = new FileBook();
  private final ArticleBook articles = new ArticleBook();
  private final PageBook pages = new PageBook();
  private Instant kept = Instant.MIN;
  private long enrichLag;
  private long dispatchLag;

  private Books(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /**
   * What is known of an enriched article by a reader that does not need its text.
   *
   * @param supersedes what it stands for now, when a replay changed it afterwards
   */
  private record Made(String rawId, @Nullable JsonNode supersedes) {}

  /** Reads outcomes before what they came from, so that what is under way is never too much. */
  static Books read(Cluster cluster, Clock clock) throws ExecutionException, InterruptedException {
    Books books = new Books(cluster, clock);
    try (Lag lag = new Lag(cluster)) {
      books.enrichLag = lag.of(Lines.groups(cluster).get(0), Topics.ARTICLES_RAW);
      books.dispatchLag = lag.of(Lines.DISPATCH, Topics.ALERTS);
    }
    books.each(Topics.DELIVERIES, books.pages::delivery);
    books.each(Topics.ALERTS, books.pages::alert);
    books.outcomes();
    books.records(Topics.LEDGER, record -> books.files.account(record.key(), record.value()));
    books.raw();
    books.articles.settle();
    return books;
  }

  FileBook files() {
    return files;
  }

  ArticleBook articles() {
    return articles;
  }

  PageBook pages() {
    return pages;
  }

  long underWay() {
    return Math.min(articles.missing(), enrichLag);
  }

  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>(files.gaps(kept));
    gaps.addAll(articles.gaps(enrichLag));
    gaps.addAll(pages.gaps(dispatchLag));
    return gaps;
  }

  private void outcomes() {
    Topic<Made> made =
        new Topic<>(
            Topics.ARTICLES_ENRICHED.name(),
            Topics.ARTICLES_ENRICHED.key(),
            Made.class,
            Topics.ARTICLES_ENRICHED.partitions(),
            Topics.ARTICLES_ENRICHED.retention(),
            Json.serde(Made.class),
            Made::rawId);
    each(
        made,
        article -> {
          if (article.supersedes() == null) articles.enriched(article.rawId());
          else articles.enrichedByPromotion(article.rawId());
        });
    each(
        Topics.ARTICLES_REPEATED,
        repeat -> {
          if (repeat.replay() == null) articles.repeat(repeat.rawId());
          else articles.repeatByPromotion(repeat.rawId());
        });
    new DeadLetters(cluster, clock).each(LetterFilter.all(), this::letter);
  }

  private void letter(DeadLetter letter) {
    DeadLetter.Origin origin = letter.origin();
    if (origin == null) return;
    boolean fromRaw = origin.topic().equals(cluster.nameOf(Topics.ARTICLES_RAW));
    // Sent back behind the repartition, it has another outcome, and no other raw record.
    boolean fromInside = origin.topic().endsWith(BY_LANGUAGE) && !letter.isRedriven();
    if (fromRaw || fromInside) letter.eventId().ifPresent(articles::deadLetter);
  }

  private void raw() {
    try (TopicReader<RawArticle> reader = reader(Topics.ARTICLES_RAW)) {
      Map<Integer, Long> beginnings = reader.beginnings();
      Set<Integer> trimmed = new HashSet<>();
      beginnings.forEach((partition, at) -> addIf(at > 0, trimmed, partition));
      while (!reader.atEnd()) {
        reader.records(
            PATIENCE,
            record -> {
              if (trimmed.remove(record.partition())) keptFrom(record.timestamp());
              articles.raw(record.value().id());
              if (record.headers().lastHeader(DeadLetter.REDRIVEN) == null) {
                files.published(record.value());
              }
            });
      }
      Instant expired = clock.instant().minus(Topics.ARTICLES_RAW.retention());
      if (!trimmed.isEmpty()) keptFrom(expired.toEpochMilli());
    }
  }

  private static void addIf(boolean is, Set<Integer> partitions, int partition) {
    if (is) partitions.add(partition);
  }

  private void keptFrom(long millis) {
    Instant from = Instant.ofEpochMilli(millis);
    if (from.isAfter(kept)) kept = from;
  }

  private <V> void each(Topic<V> topic, Consumer<V> to) {
    records(
        topic,
        record -> {
          if (record.value() != null) to.accept(record.value());
        });
  }

  private <V> void records(Topic<V> topic, Consumer<ConsumerRecord<String, V>> to) {
    try (TopicReader<V> reader = reader(topic)) {
      while (!reader.atEnd()) reader.records(PATIENCE, to);
    }
  }

  private <V> TopicReader<V> reader(Topic<V> topic) {
    return TopicReader.fromBeginning(cluster, topic);
  }
}
