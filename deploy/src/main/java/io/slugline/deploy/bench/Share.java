package io.slugline.deploy.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A topic's records, given out article by article, again and again; by any number of threads. */
final class Share {
  private final AtomicInteger asked = new AtomicInteger();
  private final List<byte @Nullable []> values;
  private final int articles;

  /**
   * @param articles so many get all of the values between them
   */
  Share(List<byte @Nullable []> values, int articles) {
    this.values = values;
    this.articles = articles;
  }

  /** The next one; {@code none} where there are none. */
  byte @Nullable [] one(byte[] none) {
    return values.isEmpty() ? none : values.get(asked.getAndIncrement() % values.size());
  }

  /** What falls to the next article. */
  List<byte @Nullable []> next() {
    int article = asked.getAndIncrement() % articles;
    return values.subList(upTo(article), upTo(article + 1));
  }

  private int upTo(int article) {
    return (int) ((long) article * values.size() / articles);
  }
}
