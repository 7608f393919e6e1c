package io.slugline.deploy.run;

import io.slugline.contract.Cluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How far the consumer groups of our stages have come, their internal topics included. */
public final class Groups implements AutoCloseable {
  private final Admin admin;
  private final Cluster cluster;
  private final Supplier<List<String>> names;

  public Groups(Cluster cluster, List<String> groups) {
    this(cluster, () -> groups);
  }

  /**
   * Groups of which some may be succeeded by others.
   *
   * @param groups those of now
   */
  Groups(Cluster cluster, Supplier<List<String>> groups) {
    this.admin = Admin.create(cluster.clientProperties());
    this.cluster = cluster;
    this.names = groups;
  }

  /**
   * One look at all of them.
   *
   * @param stable every group has all its members and their partitions
   * @param ends last stable offset of every partition that a group reads
   * @param lags by group: records and transaction marks that lie before it and that are not settled
   * @param open whether a transaction on one of these partitions is neither committed nor aborted
   */
  public record Reading(
      boolean stable, Map<TopicPartition, Long> ends, Map<String, Long> lags, boolean open) {

    public boolean isIdle() {
      return isIdleBut("");
    }

    /** Whether every group but this one has settled everything. */
    public boolean isIdleBut(String group) {
      boolean settled =
          lags.entrySet().stream()
              .allMatch(lag -> lag.getValue() == 0 || lag.getKey().equals(group));
      return stable && settled && !open;
    }

    /** That of all groups. */
    public long lag() {
      return lags.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public Reading look() throws ExecutionException, InterruptedException {
    Map<String, Map<TopicPartition, Long>> settled = new HashMap<>();
    List<String> groups = names.get().stream().map(cluster::idOf).toList();
    List<ConsumerGroupDescription> described = described(groups);
    boolean stable = described.size() == groups.size();
    for (ConsumerGroupDescription group : described) {
      stable &= group.groupState() == GroupState.STABLE;
      settled.put(group.groupId(), settled(group));
    }
    Set<TopicPartition> read =
        settled.values().stream().flatMap(own -> own.keySet().stream()).collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = ends(read, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> written = ends(read, IsolationLevel.READ_UNCOMMITTED);
    Map<String, Long> lags = new HashMap<>();
    settled.forEach((group, own) -> lags.put(group, lag(own, ends)));
    return new Reading(stable, ends, lags, !ends.equals(written));
  }

  private Map<TopicPartition, Long> settled(ConsumerGroupDescription group)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> settled = new HashMap<>();
    assigned(group).forEach(partition -> settled.put(partition, 0L));
    offsets(group.groupId()).forEach((at, offset) -> settled.put(at, offset.offset()));
    return settled;
  }

  private static long lag(Map<TopicPartition, Long> settled, Map<TopicPartition, Long> ends) {
    return settled.entrySet().stream()
        .mapToLong(own -> Math.max(0, ends.getOrDefault(own.getKey(), 0L) - own.getValue()))
        .sum();
  }

  @Override
  public void close() {
    admin.close();
  }

  /** A group that nobody has joined yet is left out. */
  private List<ConsumerGroupDescription> described(List<String> groups)
      throws ExecutionException, InterruptedException {
    List<ConsumerGroupDescription> described = new ArrayList<>();
    for (KafkaFuture<ConsumerGroupDescription> each :
        admin.describeConsumerGroups(groups).describedGroups().values()) {
      try {
        described.add(each.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof GroupIdNotFoundException)) throw e;
      }
    }
    return described;
  }

  private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
    return group.members().stream()
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(String group)
      throws ExecutionException, InterruptedException {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }
}
