package io.slugline.deploy.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is to be fed: all raw articles of the range, in the order of live. */
final class Order {
  private static final ObjectReader PLACED = Json.mapper().readerFor(Placed.class);

  private final Cluster live;
  private final Replay.Range range;
  private final Map<String, String> lines = new HashMap<>();

  Order(Cluster live, Replay.Range range) {
    this.live = live;
    this.range = range;
  }

  /** What an enriched record says of its place; an article told of again has a later one. */
  private record Placed(
      String rawId,
      String language,
      long sequence,
      Map<String, String> versions,
      @Nullable JsonNode supersedes) {}

  /** The number of each article that was enriched, by the id of the raw one. */
  Map<String, RecordedOrder.Place> places() {
    Map<String, RecordedOrder.Place> places = new HashMap<>();
    TopicScan.from(live, Topics.ARTICLES_ENRICHED, range.warmUpFrom(), each -> put(places, each));
    return places;
  }

  /** The version of its source's repeated lines that a placed article was cleaned with, or 0. */
  String lines(String rawId) {
    return lines.getOrDefault(rawId, "0");
  }

  /** The articles, each with where it lies. */
  List<RecordedOrder.Ref> refs(Map<String, RecordedOrder.Place> places) {
    List<RecordedOrder.Ref> refs = new ArrayList<>();
    try (TopicScan scan = new TopicScan(live, Topics.ARTICLES_RAW)) {
      scan.read(
          range.parts(),
          each ->
              refs.add(
                  new RecordedOrder.Ref(
                      each.partition(), each.offset(), each.key(), each.timestamp())));
    }
    return RecordedOrder.of(refs, places);
  }

  /** From where the articles and orders that were fed to a replay before were taken. */
  static Set<String> fed(Cluster inside) {
    Set<String> fed = new HashSet<>();
    for (Topic<?> topic : List.of(Topics.ARTICLES_RAW, Topics.ACTIONS)) {
      TopicScan.all(inside, topic, each -> fed.add(TopicScan.text(each.headers(), Feed.FROM)));
    }
    return fed;
  }

  private void put(Map<String, RecordedOrder.Place> places, ConsumerRecord<String, byte[]> each) {
    try {
      Placed placed = PLACED.readValue(each.value());
      if (placed.supersedes() != null) return;
      String version = placed.versions().get(EnrichedArticle.LINES);
      if (version != null) lines.putIfAbsent(placed.rawId(), version);
      places.putIfAbsent(
          placed.rawId(), new RecordedOrder.Place(placed.language(), placed.sequence()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + each.topic() + "@" + each.offset(), e);
    }
  }
}
