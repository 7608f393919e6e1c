package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.enrich.story.StoryFeatures;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StoryMemory;
import io.slugline.enrich.story.StorySettings;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One thread that groups, with a full window: made-up articles fill it, then as many come as go.
 * Only the grouper is timed: making features is done in parallel in production. What counts is its
 * thread's processor time, and the time in which the collector stopped it.
 */
final class StoriesBench implements Bench {
  private static final int MEASURED = 10_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final StoryTally tally = new StoryTally();

  @Override
  public ObjectNode run(BenchInput input) throws IOException {
    StoryStream stream = StoryStream.of(input.lines(), input.window());
    long before = used();
    StoryGrouper grouper = StoryGrouper.restore(StoryMemory.none(), StorySettings.defaults());
    for (int i = 0; i < input.window(); i++) place(stream.next(), grouper);
    long bytes = (used() - before) / input.window();

    List<StoryStream.Made> arriving = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) arriving.add(stream.next());
    System.gc();
    long stopped = stopped();
    long[] nanos = arriving.stream().mapToLong(made -> timed(() -> place(made, grouper))).toArray();
    stopped = stopped() - stopped;
    ObjectNode figures = figures(nanos, stopped, reading(arriving));
    figures.put("bytesPerArticle", bytes);
    figures.put("window", input.window());
    figures.put("seed", StoryStream.SEED);
    tally.score(figures);
    return figures;
  }

  private void place(StoryStream.Made made, StoryGrouper grouper) {
    tally.note(made.story(), grouper.place(made.arrival()));
  }

  private long reading(List<StoryStream.Made> arriving) {
    List<byte[]> forms = arriving.stream().map(m -> m.arrival().features().toBytes()).toList();
    return timed(() -> forms.forEach(StoryFeatures::fromBytes));
  }

  private static ObjectNode figures(long[] nanos, long stopped, long reading) {
    double all = Arrays.stream(nanos).sum() + stopped * 1e6;
    Arrays.sort(nanos);
    ObjectNode figures =
        BenchInput.figures("reading the articles' features and nothing else", reading / all);
    figures.put("articlesPerSecond", BenchInput.rounded(MEASURED / (all / 1e9)));
    figures.put("p99Millis", BenchInput.rounded(nanos[MEASURED * 99 / 100] / 1e6));
    figures.put("stoppedMillis", stopped);
    return figures;
  }

  private long timed(Runnable step) {
    long before = threads.getCurrentThreadCpuTime();
    step.run();
    return threads.getCurrentThreadCpuTime() - before;
  }

  /** For how many milliseconds the collector has stopped everything so far. */
  private static long stopped() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** Bytes in the heap and outside it. */
  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long outside =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return runtime.totalMemory() - runtime.freeMemory() + outside;
  }
}
