package io.slugline.enrich;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A thread's consumer that lets articles that were begun come before new ones: while more than a
 * few wait further down the flow, it reads nothing of the topic on which new ones come.
 *
 * <p>Kafka Streams gives each partition the same turn. The articles of a language wait in one, the
 * new ones in several: most of a backlog would be tagged before it was placed, and the alert on the
 * first article come nearly as late as that on the last.
 */
final class BegunFirst extends KafkaConsumer<byte[], byte[]> {
  /** So few are less than a second's work. */
  private static final long FEW = 50;

  private final String fresh;
  private final Set<TopicPartition> held = new HashSet<>();

  /**
   * @param fresh the topic on which new articles come
   */
  BegunFirst(Map<String, Object> config, String fresh) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.fresh = fresh;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    hold();
    try {
      return super.poll(timeout);
    } finally {
      held.retainAll(assignment());
      super.resume(held);
      held.clear();
    }
  }

  /** What Kafka Streams pauses while we hold it, as it does when tasks move, stays so. */
  @Override
  public void pause(Collection<TopicPartition> partitions) {
    held.removeAll(partitions);
    super.pause(partitions);
  }

  private void hold() {
    Set<TopicPartition> read = new HashSet<>(assignment());
    read.removeAll(paused());
    if (read.stream().noneMatch(this::isBehind)) return;
    read.removeIf(partition -> !isFresh(partition));
    super.pause(read);
    held.addAll(read);
  }

  private boolean isBehind(TopicPartition partition) {
    return !isFresh(partition) && currentLag(partition).orElse(0) > FEW;
  }

  private boolean isFresh(TopicPartition partition) {
    return partition.topic().equals(fresh);
  }
}
