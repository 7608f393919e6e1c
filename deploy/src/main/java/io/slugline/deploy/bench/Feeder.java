package io.slugline.deploy.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Drops one article a file at a steady rate, until it is told to stop. */
final class Feeder {
  private final Thread thread = new Thread(this::feed, "slugline-bench-feeder");
  private final Line line;
  private final List<String> lines;
  private final double rate;
  private volatile boolean isStopped;

  /**
   * @param lines taken again and again, each time as another article
   * @param rate articles a second
   */
  Feeder(Line line, List<String> lines, double rate) {
    this.line = line;
    this.lines = lines;
    this.rate = rate;
  }

  void start() {
    thread.start();
  }

  /** Waits until the file under way is dropped. */
  void stop() throws InterruptedException {
    isStopped = true;
    thread.join();
  }

  private void feed() {
    try {
      Instant start = Instant.now();
      for (int sent = 0; !isStopped; sent++) {
        Instant due = start.plusNanos((long) (sent / rate * 1e9));
        long wait = Duration.between(Instant.now(), due).toMillis();
        if (wait > 0) Thread.sleep(wait);
        line.drop(List.of(Latency.changed(lines.get(sent % lines.size()), sent)));
      }
    } catch (Exception e) {
      throw new IllegalStateException("cannot feed the inbox", e);
    }
  }
}
