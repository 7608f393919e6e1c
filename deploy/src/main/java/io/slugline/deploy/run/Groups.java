package io.slugline.deploy.run;

import io.slugline.contract.Cluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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
  private final List<String> groups;

  public Groups(Cluster cluster, Collection<String> groups) {
    this.admin = Admin.create(cluster.clientProperties());
    this.groups = groups.stream().map(cluster::idOf).toList();
  }

  /**
   * One look at all of them.
   *
   * @param stable every group has all its members and their partitions
   * @param ends last stable offset of every partition that a group reads
   * @param lag records and transaction marks that lie before it and that its group has not settled
   * @param open whether a transaction on one of these partitions is neither committed nor aborted
   */
  public record Reading(boolean stable, Map<TopicPartition, Long> ends, long lag, boolean open) {

    public boolean isIdle() {
      return stable && lag == 0 && !open;
    }
  }

  public Reading look() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> settled = new HashMap<>();
    List<ConsumerGroupDescription> described = described();
    boolean stable = described.size() == groups.size();
    for (ConsumerGroupDescription group : described) {
      stable &= group.groupState() == GroupState.STABLE;
      assigned(group).forEach(partition -> settled.putIfAbsent(partition, 0L));
      offsets(group.groupId()).forEach((at, offset) -> settled.put(at, offset.offset()));
    }
    Map<TopicPartition, Long> ends = ends(settled.keySet(), IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> written = ends(settled.keySet(), IsolationLevel.READ_UNCOMMITTED);
    long lag =
        ends.entrySet().stream()
            .mapToLong(end -> Math.max(0, end.getValue() - settled.getOrDefault(end.getKey(), 0L)))
            .sum();
    return new Reading(stable, ends, lag, !ends.equals(written));
  }

  @Override
  public void close() {
    admin.close();
  }

  /** A group that nobody has joined yet is left out. */
  private List<ConsumerGroupDescription> described()
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
