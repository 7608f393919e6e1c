package io.slugline.deploy.config;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cluster, and how its topics are created.
 *
 * @param bootstrapServers empty: {@code run} starts an embedded broker
 * @param topicPrefix before each topic, group and application id
 * @param replicationFactor of topics we create; 0 lets the cluster say
 * @param partitions by topic, where it is not to be the catalogue's number
 * @param properties of every client, passed on as they are
 */
public record KafkaSettings(
    String bootstrapServers,
    String topicPrefix,
    int replicationFactor,
    Map<String, Integer> partitions,
    Map<String, String> properties) {

  public KafkaSettings(
      @Nullable String bootstrapServers,
      @Nullable String topicPrefix,
      int replicationFactor,
      @Nullable Map<String, Integer> partitions,
      @Nullable Map<String, String> properties) {
    this.bootstrapServers = bootstrapServers == null ? "" : bootstrapServers.trim();
    this.topicPrefix = topicPrefix == null ? "" : topicPrefix.trim();
    this.replicationFactor = replicationFactor;
    this.partitions = partitions == null ? Map.of() : Map.copyOf(partitions);
    this.properties = properties == null ? Map.of() : Map.copyOf(properties);

    List<String> problems = new ArrayList<>();
    if (replicationFactor < 0) problems.add("replicationFactor: must be 0 or more");
    this.partitions.forEach(
        (topic, count) -> {
          if (Topics.named(topic).isEmpty())
            problems.add("partitions." + topic + ": no such topic");
          if (count < 1) problems.add("partitions." + topic + ": must be 1 or more");
        });
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
  }

  static KafkaSettings standard() {
    return new KafkaSettings(null, null, 0, null, null);
  }

  /** The same, on another cluster. */
  public KafkaSettings at(String servers) {
    return new KafkaSettings(servers, topicPrefix, replicationFactor, partitions, properties);
  }

  public Cluster cluster() {
    return new Cluster(bootstrapServers, topicPrefix, properties);
  }
}
