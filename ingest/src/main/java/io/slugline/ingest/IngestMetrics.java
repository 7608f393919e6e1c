package io.slugline.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.slugline.contract.LedgerEntry;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts what was committed, and only that; the sums stand in the module's package-info. */
final class IngestMetrics {
  private final Counter seen;
  private final Counter done;
  private final Counter rejected;
  private final Counter repeats;
  private final Counter articlesFound;
  private final Counter articlesPublished;
  private final Counter articlesRejected;
  private final Counter bytes;
  private final Timer settled;
  private final Supplier<Integer> open;

  IngestMetrics(MeterRegistry registry, Supplier<Integer> open) {
    this.open = open;
    seen = registry.counter("slugline.ingest.files.seen");
    done = registry.counter("slugline.ingest.files", "outcome", "done");
    rejected = registry.counter("slugline.ingest.files", "outcome", "rejected");
    repeats = registry.counter("slugline.ingest.files", "outcome", "repeat");
    articlesFound = registry.counter("slugline.ingest.articles.found");
    articlesPublished = registry.counter("slugline.ingest.articles", "outcome", "published");
    articlesRejected = registry.counter("slugline.ingest.articles", "outcome", "rejected");
    bytes = registry.counter("slugline.ingest.bytes");
    settled = registry.timer("slugline.ingest.file.settling");
    Gauge.builder("slugline.ingest.files.open", open::get).register(registry);
  }

  void article(boolean isPublished) {
    articlesFound.increment();
    (isPublished ? articlesPublished : articlesRejected).increment();
  }

  void file(LedgerEntry entry) {
    seen.increment();
    bytes.increment(entry.bytes());
    switch (entry.state()) {
      case DONE -> done.increment();
      case REJECTED -> rejected.increment();
      case REPEAT -> repeats.increment();
      case READING -> throw new IllegalArgumentException(entry.path() + " is not settled");
    }
    if (entry.settledAt() == null) return;
    Duration took = Duration.between(entry.arrivedAt(), entry.settledAt());
    settled.record(took.isNegative() ? Duration.ZERO : took);
  }

  IngestCounts counts() {
    return new IngestCounts(
        (long) seen.count(),
        (long) done.count(),
        (long) rejected.count(),
        (long) repeats.count(),
        open.get(),
        (long) articlesFound.count(),
        (long) articlesPublished.count(),
        (long) articlesRejected.count());
  }
}
