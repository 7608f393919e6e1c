package io.slugline.deploy.bench;

import io.slugline.contract.Alert;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Feeds a line that is too slow for it, and looks once a second at how far behind it is, what it
 * holds in memory, and how old an article is when a reader has its alert.
 */
final class Overload implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final long MEBIBYTE = 1 << 20;

  private final Line line;
  private final List<String> lines;
  private final long before;
  private final KafkaConsumer<String, Alert> alerts;
  private final Instant start = Instant.now();
  private final List<Look> looks = new ArrayList<>();
  private long fed;

  Overload(Line line, List<String> lines) {
    this.line = line;
    this.lines = lines;
    this.before = line.articles();
    this.alerts = Latency.atTheEnd(line);
  }

  /**
   * One look.
   *
   * @param second since the start
   * @param fed articles put into the inbox so far
   * @param done articles that have been through enrich so far
   * @param heap megabytes that were in use
   * @param resident megabytes of the whole process
   * @param worstMillis of the alerts that came since the look before; 0 for none
   */
  record Look(long second, long fed, long done, long heap, long resident, long worstMillis) {

    long behind() {
      return fed - done;
    }
  }

  List<Look> looks() {
    return looks;
  }

  long second() {
    return Duration.between(start, Instant.now()).toSeconds();
  }

  /** Feeds so many articles a second for so long. */
  void feed(double rate, Duration time) throws Exception {
    Instant began = Instant.now();
    long due = 0;
    while (Instant.now().isBefore(began.plus(time))) {
      double seconds = Duration.between(began, Instant.now()).toMillis() / 1e3;
      due = drop((long) (rate * seconds) - due) + due;
      look();
    }
  }

  /** Feeds a trickle, to see how old an alert is, until all is worked off. */
  void catchUp(double trickle) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    do {
      if (Instant.now().isAfter(until)) throw new TimeoutException("not done after " + PATIENCE);
      drop((long) Math.max(1, trickle * LOOK_EVERY.toSeconds()));
      look();
    } while (looks.get(looks.size() - 1).behind() > Math.max(10, trickle * 2));
  }

  /** Waits for the last ones, and looks once more. */
  void awaitAll() throws Exception {
    line.awaitArticles((int) (before + fed));
    look();
  }

  @Override
  public void close() {
    alerts.close();
  }

  private long drop(long articles) throws Exception {
    if (articles <= 0) return 0;
    List<String> file = new ArrayList<>();
    for (long i = 0; i < articles; i++) {
      int number = (int) fed++;
      file.add(Latency.changed(lines.get(number % lines.size()), number));
    }
    line.drop(file);
    return articles;
  }

  private void look() throws Exception {
    long worst = 0;
    Instant until = start.plus(LOOK_EVERY.multipliedBy(looks.size() + 1L));
    if (until.isBefore(Instant.now())) until = Instant.now().plus(LOOK_EVERY);
    while (Instant.now().isBefore(until)) {
      for (var each : alerts.poll(Duration.ofMillis(50))) {
        Instant seen = each.value().changedAt();
        worst = Math.max(worst, Duration.between(seen, Instant.now()).toMillis());
      }
    }
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    looks.add(new Look(second(), fed, line.articles() - before, heap, resident(), worst));
  }

  private static long resident() throws Exception {
    for (String fact : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (fact.startsWith("VmRSS:")) return Long.parseLong(fact.replaceAll("\\D", "")) >> 10;
    }
    return 0;
  }
}
