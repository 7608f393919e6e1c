package io.slugline.deploy.ledger;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How many records a stage may still have before it, whether it runs or not. */
final class Lag implements AutoCloseable {
  private final Cluster cluster;
  private final Admin admin;

  Lag(Cluster cluster) {
    this.cluster = cluster;
    this.admin = Admin.create(cluster.clientProperties());
  }

  /** Over the topic it reads and its internal ones; marks of transactions count as records. */
  long of(String group, Topic<?> source) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> settled = new HashMap<>();
    String topic = cluster.nameOf(source);
    var described = admin.describeTopics(Set.of(topic)).allTopicNames().get();
    Objects.requireNonNull(described.get(topic))
        .partitions()
        .forEach(each -> settled.put(new TopicPartition(topic, each.partition()), 0L));
    settled.putAll(committed(cluster.idOf(group)));
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    settled.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .entrySet()
        .stream()
        .mapToLong(
            end -> Math.max(0, end.getValue().offset() - settled.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }

  private Map<TopicPartition, Long> committed(String group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    try {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, at) -> committed.put(partition, at.offset()));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) throw e;
    }
    return committed;
  }
}
