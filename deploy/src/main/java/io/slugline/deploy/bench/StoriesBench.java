package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.enrich.story.StoryFeatures;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StorySettings;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * One thread that groups, with a full window: made-up articles fill it, then as many come as go.
 * Only the grouper is timed, by the processor time of its thread; making features is done in
 * parallel in production.
 */
final class StoriesBench implements Bench {
  private static final int MEASURED = 5_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public ObjectNode run(BenchInput input) throws IOException {
    StoryStream stream = StoryStream.of(input.lines(), input.window());
    StoryTally tally = new StoryTally();
    long before = used();
    StoryGrouper grouper = StoryGrouper.restore(new Discarded(), StorySettings.defaults());
    for (int i = 0; i < input.window(); i++) {
      StoryStream.Made made = stream.next();
      tally.note(made.story(), grouper.place(made.arrival()));
    }
    long bytes = (used() - before) / input.window();

    long[] nanos = new long[MEASURED];
    long reading = 0;
    for (int i = 0; i < MEASURED; i++) {
      StoryStream.Made made = stream.next();
      byte[] form = made.arrival().features().toBytes();
      reading += timed(() -> StoryFeatures.fromBytes(form));
      nanos[i] = timed(() -> tally.note(made.story(), grouper.place(made.arrival())));
    }
    ObjectNode figures = figures(nanos, reading);
    figures.put("bytesPerArticle", bytes);
    figures.put("window", input.window());
    figures.put("seed", StoryStream.SEED);
    tally.score(figures);
    return figures;
  }

  private static ObjectNode figures(long[] nanos, long reading) {
    double all = Arrays.stream(nanos).sum();
    Arrays.sort(nanos);
    ObjectNode figures =
        BenchInput.figures("reading the article's features and nothing else", reading / all);
    figures.put("articlesPerSecond", BenchInput.rounded(MEASURED / (all / 1e9)));
    figures.put("p99Millis", BenchInput.rounded(nanos[MEASURED * 99 / 100] / 1e6));
    return figures;
  }

  private long timed(Runnable step) {
    long before = threads.getCurrentThreadCpuTime();
    step.run();
    return threads.getCurrentThreadCpuTime() - before;
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
