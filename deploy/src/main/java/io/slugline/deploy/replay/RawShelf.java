package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Raw articles by place, taken in an order that runs through each partition from its start but for
 * a few that are fetched early: what lies before those is held until it is asked for.
 */
final class RawShelf implements AutoCloseable {
  private final Map<Integer, Partition> partitions = new HashMap<>();

  RawShelf(Cluster live, List<Replay.Part> parts) {
    for (Replay.Part part : parts) partitions.put(part.partition(), new Partition(live, part));
  }

  ConsumerRecord<String, byte[]> take(RecordedOrder.Ref ref) {
    return Objects.requireNonNull(partitions.get(ref.partition())).take(ref.offset());
  }

  /** These will not be asked for. */
  void skip(Set<String> places) {
    partitions.values().forEach(partition -> partition.skipped = places);
  }

  @Override
  public void close() {
    partitions.values().forEach(partition -> partition.scan.close());
  }

  private static final class Partition {
    private static final int CHUNK = 200;

    private final TopicScan scan;
    private final Replay.Part part;
    private final Deque<ConsumerRecord<String, byte[]>> read = new ArrayDeque<>();
    private final Map<Long, ConsumerRecord<String, byte[]>> held = new HashMap<>();
    private Set<String> skipped = Set.of();
    private long next;

    Partition(Cluster live, Replay.Part part) {
      this.scan = new TopicScan(live, Topics.ARTICLES_RAW);
      this.part = part;
      this.next = part.start();
    }

    ConsumerRecord<String, byte[]> take(long offset) {
      ConsumerRecord<String, byte[]> early = held.remove(offset);
      if (early != null) return early;
      while (true) {
        if (read.isEmpty()) readOn(offset);
        ConsumerRecord<String, byte[]> record = read.remove();
        if (record.offset() == offset) return record;
        if (!skipped.contains(Feed.place(record))) held.put(record.offset(), record);
      }
    }

    private void readOn(long atLeast) {
      long end = Math.min(part.end(), Math.max(next, atLeast) + CHUNK);
      scan.read(List.of(new Replay.Part(part.partition(), next, end)), read::add);
      next = end;
    }
  }
}
