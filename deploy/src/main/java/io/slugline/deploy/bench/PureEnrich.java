package io.slugline.deploy.bench;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Enrich's pure functions alone: no Kafka, nothing written. */
final class PureEnrich {
  private final Function<RawArticle, EnrichedArticle> enrich;
  private final int threads;
  private final Consumer<EnrichedArticle> then;

  /**
   * @param enrich what is done with each article, by any thread
   * @param then what else is done with each article, by the same thread
   */
  PureEnrich(
      Function<RawArticle, EnrichedArticle> enrich, int threads, Consumer<EnrichedArticle> then) {
    this.enrich = enrich;
    this.threads = threads;
    this.then = then;
  }

  /** Enriches every article once. */
  Stopwatch.Taken run(List<RawArticle> articles) throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      AtomicInteger next = new AtomicInteger();
      Stopwatch watch = new Stopwatch();
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) done.add(workers.submit(() -> work(articles, next)));
      for (Future<?> each : done) each.get();
      return watch.stop();
    } finally {
      workers.shutdownNow();
    }
  }

  private void work(List<RawArticle> articles, AtomicInteger next) {
    for (int at = next.getAndIncrement(); at < articles.size(); at = next.getAndIncrement()) {
      then.accept(enrich.apply(articles.get(at)));
    }
  }
}
