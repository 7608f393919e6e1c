package io.slugline.contract.read;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the threads of one stage in this process have read, in the time at which records were
 * made. Times are milliseconds of the epoch.
 */
public final class Front {
  /** A partition that does not move for so long, though it has more, is not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<TopicPartition, Seen> partitions = new ConcurrentHashMap<>();
  private final LongSupplier clock;

  public Front() {
    this(System::nanoTime);
  }

  /**
   * @param clock in nanoseconds since any time
   */
  Front(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Where a partition is.
   *
   * @param time at which its last record that was read was made; 0 before the first
   * @param isUnread whether there is more of it
   * @param isFresh whether new records come on it, and not what was begun
   */
  record Reached(long time, boolean isUnread, boolean isFresh) {}

  private record Seen(Reached at, long since) {}

  void reached(TopicPartition partition, Reached reached) {
    long now = clock.getAsLong();
    partitions.compute(
        partition,
        (any, before) ->
            before != null && before.at.isUnread && before.at.equals(reached)
                ? before
                : new Seen(reached, now));
  }

  /** Another process reads it from now on, or nobody. */
  void leave(TopicPartition partition) {
    partitions.remove(partition);
  }

  /** The time of the partition that is furthest behind of those on which new records come. */
  OptionalLong rear() {
    return unread().filter(Reached::isFresh).mapToLong(Reached::time).min();
  }

  /** The time of the partition that is furthest ahead; 0 before anything was read. */
  public long head() {
    return partitions.values().stream().mapToLong(one -> one.at.time).max().orElse(0);
  }

  /** Whether nothing is unread that was made before this time. */
  public boolean isPast(long time) {
    // Nothing is ahead of the head: should clocks have been set back, it is behind what it was.
    long until = Math.min(time, head());
    return unread().allMatch(one -> one.time >= until);
  }

  private Stream<Reached> unread() {
    long latest = clock.getAsLong() - PATIENCE.toNanos();
    return partitions.values().stream()
        .filter(one -> one.at.isUnread && one.since > latest)
        .map(Seen::at);
  }
}
