package io.slugline.contract;

import java.util.HashMap;
import java.util.Map;

/**
 * The Kafka cluster that a program of ours talks to.
 *
 * @param bootstrapServers {@code host:port}, several parted by commas
 * @param topicPrefix what an installation puts before each topic, group and application id; may be
 *     empty
 * @param properties further client properties, passed on as they are: TLS, SASL
 */
public record Cluster(String bootstrapServers, String topicPrefix, Map<String, String> properties) {

  public Cluster {
    if (bootstrapServers.isBlank()) throw new IllegalArgumentException("no bootstrap servers");
    properties = Map.copyOf(properties);
  }

  /** A topic's name on this cluster. */
  public String nameOf(Topic<?> topic) {
    return topicPrefix + topic.name();
  }

  /** A consumer group's, application's or transaction's id on this cluster. */
  public String idOf(String id) {
    return topicPrefix + id;
  }

  /**
   * The same cluster for who works behind a fence: all its topics and ids have this before them.
   */
  public Cluster under(String fence) {
    return new Cluster(bootstrapServers, topicPrefix + fence, properties);
  }

  /** What every client of this cluster starts from; the caller's to add to. */
  public Map<String, Object> clientProperties() {
    Map<String, Object> client = new HashMap<>(properties);
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }
}
