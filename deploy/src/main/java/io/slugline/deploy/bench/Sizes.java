package io.slugline.deploy.bench;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.util.ArrayList;
import java.util.List;

/**
 * What the line wrote, as plain bytes: what a pass-through is given to carry.
 *
 * @param raw values of {@code articles.raw}
 * @param enriched values of {@code articles.enriched}
 */
record Sizes(List<byte[]> raw, List<byte[]> enriched) {

  int articles() {
    return Math.min(raw.size(), enriched.size());
  }

  static Sizes of(Cluster cluster) {
    return new Sizes(
        values(cluster, Topics.ARTICLES_RAW), values(cluster, Topics.ARTICLES_ENRICHED));
  }

  private static List<byte[]> values(Cluster cluster, Topic<?> topic) {
    List<byte[]> values = new ArrayList<>();
    TopicScan.all(cluster, topic, record -> values.add(record.value()));
    return values;
  }
}
