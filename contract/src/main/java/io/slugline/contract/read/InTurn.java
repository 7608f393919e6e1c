package io.slugline.contract.read;

import io.slugline.contract.CloudEvent;
import io.slugline.contract.read.Front.Reached;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The consumer of a stage's thread, that decides whose turn it is when more waits than a poll
 * brings:
 *
 * <ul>
 *   <li>What was begun comes before what is new: while more than a few records wait further down
 *       the flow, none is read of the topics on which new ones come.
 *   <li>Partitions of new records are read side by side: one that is ahead waits for those behind.
 * </ul>
 *
 * <p>Kafka Streams gives each partition the same turn. Where new records lie on several partitions
 * and meet further down on one, most of a backlog would be begun before any of it was done; and
 * where one partition is longer, or its records larger, what was made together would be read far
 * apart.
 *
 * <p>A task must not wait for a partition that waits for another one of the same task: Kafka
 * Streams' {@code max.task.idle.ms} has to be -1 where a task reads two topics.
 */
final class InTurn extends KafkaConsumer<byte[], byte[]> {
  /** So few are less than a second's work. */
  private static final long FEW = 50;

  /** No partition is read further ahead, in milliseconds between the making of two records. */
  private static final long ABREAST = 500;

  private final Set<String> fresh;
  private final Front front;
  private final Map<TopicPartition, Long> times = new HashMap<>();
  private final Set<TopicPartition> held = new HashSet<>();

  /**
   * @param fresh the topics on which new records come
   * @param front of the stage, which all its threads share
   */
  InTurn(Map<String, Object> config, Set<String> fresh, Front front) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.fresh = fresh;
    this.front = front;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    report();
    hold();
    try {
      ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
      for (TopicPartition partition : records.partitions()) {
        List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
        times.put(partition, madeAt(read.get(read.size() - 1)));
      }
      return records;
    } finally {
      held.retainAll(assignment());
      super.resume(held);
    }
  }

  /** What Kafka Streams pauses while we hold it, as it does when tasks move, stays so. */
  @Override
  public void pause(Collection<TopicPartition> partitions) {
    held.removeAll(partitions);
    super.pause(partitions);
  }

  private void report() {
    Set<TopicPartition> ours = assignment();
    times.keySet().stream().filter(one -> !ours.contains(one)).forEach(front::leave);
    times.keySet().retainAll(ours);
    for (TopicPartition partition : ours) {
      long time = times.computeIfAbsent(partition, any -> 0L);
      // What came to a partition while it was held is not known yet.
      boolean isUnread = lag(partition) > 0 || held.contains(partition);
      front.reached(partition, new Reached(time, isUnread, isFresh(partition)));
    }
  }

  private void hold() {
    held.clear();
    Set<TopicPartition> read = new HashSet<>(assignment());
    read.removeAll(paused());
    boolean isBehind = read.stream().anyMatch(one -> isBegun(one) && lag(one) > FEW);
    OptionalLong rear = front.rear();
    for (TopicPartition partition : read) {
      if (isFresh(partition) && (isBehind || isAhead(partition, rear))) held.add(partition);
    }
    super.pause(held);
  }

  private boolean isAhead(TopicPartition partition, OptionalLong rear) {
    return rear.isPresent() && times.getOrDefault(partition, 0L) > rear.getAsLong() + ABREAST;
  }

  /** No later than now: who writes with a clock that is ahead must not hold others up. */
  private static long madeAt(ConsumerRecord<?, ?> record) {
    return Math.min(CloudEvent.recordedMillis(record), System.currentTimeMillis());
  }

  private long lag(TopicPartition partition) {
    return currentLag(partition).orElse(0);
  }

  private boolean isFresh(TopicPartition partition) {
    return fresh.contains(partition.topic());
  }

  /** What Kafka Streams itself has put between two steps of the flow. */
  private static boolean isBegun(TopicPartition partition) {
    return partition.topic().endsWith("-repartition");
  }
}
