package io.slugline.enrich;

import io.slugline.contract.RawArticle;
import io.slugline.contract.Replay;
import io.slugline.contract.SourceLines;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Every version of the lines that sources repeat, as the {@code sources} topic has them. */
final class LearnedLines {
  static final String STORE = "source-lines";

  private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<SourceLines>> store;

  LearnedLines(ReadOnlyKeyValueStore<String, ValueAndTimestamp<SourceLines>> store) {
    this.store = store;
  }

  /**
   * What an article is cleaned with, by its source. In a replay that is what it was cleaned with
   * when it was live; one that left no record then takes what was known at its arrival.
   */
  Function<String, @Nullable SourceLines> of(RawArticle article, Headers headers) {
    Header version = headers.lastHeader(Replay.LINES);
    if (version != null) {
      int number = Integer.parseInt(new String(version.value(), StandardCharsets.UTF_8));
      return source -> ValueAndTimestamp.getValueOrNull(store.get(SourceLines.key(source, number)));
    }
    boolean isReplay = headers.lastHeader(Replay.MARK) != null;
    Instant until = isReplay ? article.arrivedAt() : Instant.MAX;
    return source -> latest(source, lines -> !lines.learnedAt().isAfter(until));
  }

  /** Number of the latest version; 0 for none. */
  int latest(String source) {
    SourceLines latest = latest(source, any -> true);
    return latest == null ? 0 : latest.version();
  }

  /** The versions that had been followed by another one so long ago. */
  List<SourceLines> outdated(String source, Instant now, Duration after) {
    List<SourceLines> outdated = new ArrayList<>();
    Instant next = Instant.MAX;
    try (KeyValueIterator<String, ValueAndTimestamp<SourceLines>> newestFirst = versions(source)) {
      while (newestFirst.hasNext()) {
        SourceLines lines = newestFirst.next().value.value();
        if (!lines.source().equals(source)) continue;
        if (next.isBefore(now.minus(after))) outdated.add(lines);
        next = lines.learnedAt();
      }
    }
    return outdated;
  }

  private @Nullable SourceLines latest(String source, Predicate<SourceLines> wanted) {
    try (KeyValueIterator<String, ValueAndTimestamp<SourceLines>> newestFirst = versions(source)) {
      while (newestFirst.hasNext()) {
        KeyValue<String, ValueAndTimestamp<SourceLines>> entry = newestFirst.next();
        SourceLines lines = entry.value.value();
        if (lines.source().equals(source) && wanted.test(lines)) return lines;
      }
    }
    return null;
  }

  private KeyValueIterator<String, ValueAndTimestamp<SourceLines>> versions(String source) {
    return store.reverseRange(
        SourceLines.key(source, 0), SourceLines.key(source, Integer.MAX_VALUE));
  }
}
