package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lies on a topic, so that two topics can be compared. */
final class Records {
  private Records() {}

  /** Each record's text, by the number in its language or, without one, by its key's records. */
  static Map<String, String> values(Cluster cluster, Topic<?> topic) {
    Map<String, String> values = new TreeMap<>();
    Map<String, Integer> ofKey = new HashMap<>();
    TopicScan.all(
        cluster,
        topic,
        record -> {
          if (record.value() == null) return;
          String text = new String(record.value(), StandardCharsets.UTF_8);
          JsonNode read = text.startsWith("{") ? tree(text) : MissingNode.getInstance();
          String place =
              read.has("sequence")
                  ? read.path("language").asText() + "/" + read.path("sequence").asLong()
                  : record.key() + "/" + ofKey.merge(record.key(), 1, Integer::sum);
          assertThat(values.put(place, text)).as("two records at " + place).isNull();
        });
    return values;
  }

  /** The enriched records that were not there before. */
  static List<String> toldSince(Map<String, String> before, Cluster cluster) {
    Map<String, String> since = values(cluster, Topics.ARTICLES_ENRICHED);
    since.keySet().removeAll(before.keySet());
    return List.copyOf(since.values());
  }

  /** The replay whose mark each record bears; nothing for one that bears none. */
  static List<String> marks(Cluster cluster, Topic<?> topic) {
    List<String> marks = new ArrayList<>();
    TopicScan.all(
        cluster,
        topic,
        record -> {
          String mark = TopicScan.text(record.headers(), Replay.MARK);
          marks.add(mark == null ? "" : mark);
        });
    return marks;
  }

  private static JsonNode tree(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
