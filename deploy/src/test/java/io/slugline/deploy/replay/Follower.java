package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A downstream program that knows the published schemas alone: applies articles and story changes
 * in the order of their numbers, each of which must be there once.
 */
final class Follower {
  private final Map<String, TreeMap<Long, JsonNode>> languages = new TreeMap<>();
  private final Map<String, String> stories = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private Follower() {}

  /** The story and the text of each article. */
  static Map<String, String> state(Cluster cluster) {
    Follower follower = new Follower();
    follower.read(cluster, Topics.ARTICLES_ENRICHED);
    follower.read(cluster, Topics.STORIES);
    follower.languages.values().forEach(follower::apply);
    Map<String, String> state = new TreeMap<>();
    follower.texts.forEach(
        (article, text) -> state.put(article, follower.stories.get(article) + " " + text));
    return state;
  }

  private void read(Cluster cluster, Topic<?> topic) {
    TopicScan.all(cluster, topic, record -> number(tree(record.value())));
  }

  private void number(JsonNode record) {
    if (record.path("kind").asText().equals("linked")) return;
    JsonNode twice =
        languages
            .computeIfAbsent(record.get("language").asText(), any -> new TreeMap<>())
            .put(record.get("sequence").asLong(), record);
    assertThat(twice).isNull();
  }

  private void apply(TreeMap<Long, JsonNode> records) {
    assertThat(records.firstKey()).isEqualTo(1);
    assertThat(records.lastKey()).as("no number is left out").isEqualTo(records.size());
    records.values().forEach(this::apply);
  }

  private void apply(JsonNode record) {
    if (record.has("kind")) {
      String kind = record.get("kind").asText();
      if (!kind.equals("merged") && !kind.equals("split")) return;
      String story = record.get("story").asText();
      record.get("articles").forEach(article -> stories.put(article.asText(), story));
      return;
    }
    forget(record.path("supersedes").path("article").asText());
    if (record.path("supersedes").path("withdrawn").asBoolean()) return;
    String article = record.get("id").asText();
    stories.put(article, record.get("story").get("id").asText());
    texts.put(article, record.get("title").asText() + " " + record.get("body").asText());
  }

  private void forget(String article) {
    stories.remove(article);
    texts.remove(article);
  }

  private static JsonNode tree(byte[] json) {
    try {
      return Json.mapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
