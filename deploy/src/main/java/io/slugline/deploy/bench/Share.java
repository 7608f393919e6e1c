package io.slugline.deploy.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** A topic's records, given out article by article, again and again; by any number of threads. */
final class Share {
  private final AtomicInteger asked = new AtomicInteger();
  private final List<KeyValue<byte[], byte @Nullable []>> records;
  private final int articles;

  /**
   * @param articles so many get all of the records between them
   */
  Share(List<KeyValue<byte[], byte @Nullable []>> records, int articles) {
    this.records = records;
    this.articles = articles;
  }

  /** The next one, and the first after the last. */
  KeyValue<byte[], byte @Nullable []> one() {
    return records.get(asked.getAndIncrement() % records.size());
  }

  /** What falls to the next article. */
  List<KeyValue<byte[], byte @Nullable []>> next() {
    int article = asked.getAndIncrement() % articles;
    return records.subList(upTo(article), upTo(article + 1));
  }

  private int upTo(int article) {
    return (int) ((long) article * records.size() / articles);
  }
}
