package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches are edited one by one while another thread matches: how long an edit takes, and how long
 * matching is held up, at most, beyond the time that the same article takes when nothing else
 * happens. By the wall that includes what the machine and the collector of garbage hold up, so the
 * same is measured without edits, and in processor time; and how long the thread waited for locks.
 */
final class WatchChanges {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST = 20_000;
  private static final long BETWEEN = Duration.ofMillis(1).toNanos();
  private static final int QUIET_ROUNDS = 5;

  private final Monitor monitor;
  private final List<EnrichedArticle> articles;
  private final Times quickest;

  WatchChanges(Monitor monitor, List<EnrichedArticle> articles) {
    this.monitor = monitor;
    this.articles = articles;
    THREADS.setThreadContentionMonitoringEnabled(true);
    quickest = new Times(articles.size());
    for (int round = 0; round < QUIET_ROUNDS; round++) {
      for (int i = 0; i < articles.size(); i++) quickest.keepLeast(i, match(i));
    }
  }

  /** What one article took. */
  private record Taken(long wall, long cpu) {}

  /** The least that each article took. */
  private static final class Times {
    private final long[] wall;
    private final long[] cpu;

    Times(int articles) {
      wall = new long[articles];
      cpu = new long[articles];
      Arrays.fill(wall, Long.MAX_VALUE);
      Arrays.fill(cpu, Long.MAX_VALUE);
    }

    void keepLeast(int article, Taken taken) {
      wall[article] = Math.min(wall[article], taken.wall);
      cpu[article] = Math.min(cpu[article], taken.cpu);
    }
  }

  /** Adds what was measured. */
  void measure(List<Watch> watches, ObjectNode figures) throws Exception {
    long[] changes = new long[Math.min(MOST, watches.size())];
    HeldUp changing =
        heldUp(
            () -> {
              for (int i = 0; i < changes.length; i++) {
                Watch watch = watches.get((int) ((long) i * watches.size() / changes.length));
                LockSupport.parkNanos(BETWEEN);
                changes[i] = change(edited(watch, i));
              }
            });
    HeldUp idle = heldUp(() -> LockSupport.parkNanos(changes.length * BETWEEN));
    Arrays.sort(changes);
    figures.put("changes", changes.length);
    figures.put("changeMicrosMedian", changes[changes.length / 2] / 1e3);
    figures.put("changeMicrosP99", changes[changes.length * 99 / 100] / 1e3);
    figures.put("changeMicrosWorst", changes[changes.length - 1] / 1e3);
    figures.put("longestPauseMillis", changing.wallMillis());
    figures.put("longestPauseMillisUnchanged", idle.wallMillis());
    figures.put("longestPauseCpuMillis", changing.cpuMillis());
    figures.put("lockedMillis", changing.locked());
  }

  /** How long at most one article was held up; how many milliseconds all waited for locks. */
  private record HeldUp(long wall, long cpu, long locked) {

    double wallMillis() {
      return BenchInput.rounded(wall / 1e6);
    }

    double cpuMillis() {
      return BenchInput.rounded(cpu / 1e6);
    }
  }

  /** How matching was held up while this was done. */
  private HeldUp heldUp(Runnable work) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    FutureTask<HeldUp> matching = new FutureTask<>(() -> matchUntil(over));
    new Thread(matching).start();
    work.run();
    over.set(true);
    return matching.get();
  }

  private HeldUp matchUntil(AtomicBoolean over) {
    long wall = 0;
    long cpu = 0;
    for (int i = 0; !over.get(); i = (i + 1) % articles.size()) {
      Taken taken = match(i);
      wall = Math.max(wall, taken.wall - quickest.wall[i]);
      cpu = Math.max(cpu, taken.cpu - quickest.cpu[i]);
    }
    ThreadInfo self = THREADS.getThreadInfo(Thread.currentThread().getId());
    return new HeldUp(wall, cpu, self.getBlockedTime());
  }

  private Taken match(int article) {
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    monitor.match(articles.get(article));
    return new Taken(System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - cpu);
  }

  private long change(Watch watch) {
    long start = System.nanoTime();
    monitor.put(watch);
    return System.nanoTime() - start;
  }

  /** With one phrase more, which has a word that no watch had before. */
  private static Watch edited(Watch watch, int number) {
    String query = "(" + watch.query() + ") OR \"edited at desk" + number + '"';
    return MatchQueries.watch(watch.id(), query);
  }
}
