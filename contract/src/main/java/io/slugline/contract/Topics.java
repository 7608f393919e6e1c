package io.slugline.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;

/** The catalogue: every topic that Slugline reads or writes, its internal ones left out. */
public final class Topics {
  private static final Duration COMPACTED = Duration.ZERO;
  private static final Duration RAW = Duration.ofDays(30);
  private static final Duration KEPT = Duration.ofDays(100);

  public static final Topic<RawArticle> ARTICLES_RAW =
      new Topic<>(
          "articles.raw",
          "id of the raw article",
          RawArticle.class,
          4,
          RAW,
          new RawArticleSerde(),
          RawArticle::id);

  private static final Topic.Catalogued<EnrichedArticle> ENRICHED =
      new Topic.Catalogued<>(
          "articles.enriched",
          "id of the story",
          EnrichedArticle.class,
          "enrich",
          4,
          KEPT,
          article -> article.story().id(),
          article -> article.id() + "/" + article.revision(),
          EnrichedArticle::arrivedAt);

  public static final Topic<EnrichedArticle> ARTICLES_ENRICHED = Topic.of(ENRICHED);

  /** The same topic, for the stage that writes it and has the articles as JSON already. */
  public static final Topic<Encoded> ARTICLES_ENCODED = Topic.encoded(ENRICHED);

  public static final Topic<Repeat> ARTICLES_REPEATED =
      Topic.of(
          new Topic.Catalogued<>(
              "articles.repeated",
              "id of the article",
              Repeat.class,
              "enrich",
              4,
              RAW,
              Repeat::article,
              Repeat::rawId,
              Repeat::arrivedAt));

  public static final Topic<StoryChange> STORIES =
      Topic.of(
          new Topic.Catalogued<>(
              "stories",
              "id of the story; for a link, both ids with a slash between",
              StoryChange.class,
              "enrich",
              4,
              COMPACTED,
              StoryChange::key,
              StoryChange::id,
              StoryChange::at));

  public static final Topic<SourceLines> SOURCES =
      Topic.of(
          new Topic.Catalogued<>(
              "sources",
              "name of the source",
              SourceLines.class,
              "enrich",
              1,
              COMPACTED,
              SourceLines::source,
              lines -> lines.source() + "/" + lines.version(),
              SourceLines::learnedAt));

  public static final Topic<EntityChange> ENTITIES =
      Topic.of(
          new Topic.Catalogued<>(
              "entities",
              "id of the entity",
              EntityChange.class,
              "enrich",
              1,
              COMPACTED,
              EntityChange::entity,
              change -> change.entity() + "/" + change.version(),
              EntityChange::at));

  public static final Topic<Watch> WATCHES =
      Topic.of(
          new Topic.Catalogued<>(
              "watches",
              "id of the watch",
              Watch.class,
              "alerting",
              1,
              COMPACTED,
              Watch::id,
              watch -> watch.id() + "/" + watch.version(),
              Watch::effectiveFrom));

  public static final Topic<Alert> ALERTS =
      Topic.of(
          new Topic.Catalogued<>(
              "alerts",
              "id of the alert",
              Alert.class,
              "alerting",
              4,
              KEPT,
              Alert::alert,
              alert -> alert.alert() + "/" + alert.version(),
              Alert::changedAt));

  public static final Topic<Action> ACTIONS =
      Topic.of(
          new Topic.Catalogued<>(
              "actions",
              "id of the action",
              Action.class,
              "alerting",
              1,
              COMPACTED,
              Action::id,
              action -> action.id() + "/" + action.at(),
              Action::at));

  public static final Topic<Delivery> DELIVERIES =
      Topic.of(
          new Topic.Catalogued<>(
              "deliveries",
              "id of the delivery",
              Delivery.class,
              "dispatch",
              4,
              KEPT,
              Delivery::id,
              delivery -> delivery.id() + "/" + delivery.attempt(),
              Delivery::at));

  public static final Topic<LedgerEntry> LEDGER =
      Topic.of(
          new Topic.Catalogued<>(
              "ledger",
              "content hash of the file, and inbox",
              LedgerEntry.class,
              "ingest",
              1,
              COMPACTED,
              LedgerEntry::key,
              entry -> entry.key() + "/" + entry.articles(),
              LedgerEntry::changedAt));

  public static final Topic<Replay> REPLAYS =
      Topic.of(
          new Topic.Catalogued<>(
              "replays",
              "id of the replay",
              Replay.class,
              "replay",
              1,
              COMPACTED,
              Replay::id,
              replay -> replay.id() + "/" + replay.changedAt(),
              Replay::changedAt));

  /** Values are the bytes that could not be processed; Kafka Streams' headers say where and why. */
  public static final Topic<byte[]> DEAD_LETTERS =
      new Topic<>(
          "dead-letters",
          "key of the record that could not be processed",
          byte[].class,
          1,
          KEPT,
          Serdes.ByteArray(),
          bytes -> "");

  private static final List<Topic<?>> ALL =
      List.of(
          ARTICLES_RAW,
          ARTICLES_ENRICHED,
          ARTICLES_REPEATED,
          STORIES,
          SOURCES,
          ENTITIES,
          WATCHES,
          ALERTS,
          ACTIONS,
          DELIVERIES,
          LEDGER,
          REPLAYS,
          DEAD_LETTERS);

  private Topics() {}

  public static List<Topic<?>> all() {
    return ALL;
  }

  /** The topic of this name, the prefix left out. */
  public static Optional<Topic<?>> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
