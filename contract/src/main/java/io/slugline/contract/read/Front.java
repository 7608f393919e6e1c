package io.slugline.contract.read;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the threads of one stage in this process have read, in the time at which records were
 * made. Times are milliseconds of the epoch.
 */
public final class Front {
  private final Map<TopicPartition, Reached> partitions = new ConcurrentHashMap<>();

  /**
   * Where a partition is.
   *
   * @param time at which its last record that was read was made; 0 before the first
   * @param isUnread whether there is more of it
   * @param isFresh whether new records come on it, and not what was begun
   */
  record Reached(long time, boolean isUnread, boolean isFresh) {}

  void reached(TopicPartition partition, Reached reached) {
    partitions.put(partition, reached);
  }

  /** Another process reads it from now on, or nobody. */
  void leave(TopicPartition partition) {
    partitions.remove(partition);
  }

  /** The time of the partition that is furthest behind of those on which new records come. */
  OptionalLong rear() {
    return partitions.values().stream()
        .filter(one -> one.isUnread && one.isFresh)
        .mapToLong(Reached::time)
        .min();
  }

  /** The time of the partition that is furthest ahead; 0 before anything was read. */
  public long head() {
    return partitions.values().stream().mapToLong(Reached::time).max().orElse(0);
  }

  /** Whether nothing is unread that was made before this time. */
  public boolean isPast(long time) {
    return partitions.values().stream().allMatch(one -> !one.isUnread || one.time >= time);
  }
}
