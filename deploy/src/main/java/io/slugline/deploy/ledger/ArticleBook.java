package io.slugline.deploy.ledger;

import io.slugline.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every record of {@code articles.raw} became one enriched article, one repeat or one dead letter.
 * Knows no Kafka.
 */
final class ArticleBook {
  private final Map<String, int[]> byRawId = new HashMap<>();
  private final Map<String, Consumer<String>> promoted = new LinkedHashMap<>();
  private long read;
  private long enriched;
  private long repeats;
  private long deadLetters;

  /** It lies on {@code articles.raw}: once as ingest published it, once more for each redrive. */
  void raw(String rawId) {
    read++;
    of(rawId)[0]++;
  }

  void enriched(String rawId) {
    enriched++;
    of(rawId)[1]++;
  }

  void repeat(String rawId) {
    repeats++;
    of(rawId)[1]++;
  }

  void deadLetter(String rawId) {
    deadLetters++;
    of(rawId)[1]++;
  }

  /** A promotion told of it: an outcome where live, which had stopped for it, has told of none. */
  void enrichedByPromotion(String rawId) {
    promoted.put(rawId, this::enriched);
  }

  /** The same of a repeat. */
  void repeatByPromotion(String rawId) {
    promoted.put(rawId, this::repeat);
  }

  /** To be called when all are read. */
  void settle() {
    promoted.forEach(
        (rawId, outcome) -> {
          int[] counts = of(rawId);
          if (counts[0] > counts[1]) outcome.accept(rawId);
        });
    promoted.clear();
  }

  /**
   * Where the sums do not hold. An outcome whose raw article is not there any more is none: that
   * one went with the topic's retention, which is the shorter one.
   *
   * @param underWay most articles that enrich may still have before it
   */
  List<Gap> gaps(long underWay) {
    List<Gap> gaps = new ArrayList<>();
    long waiting = Math.min(missing(), underWay);
    for (Map.Entry<String, int[]> entry : byRawId.entrySet()) {
      int records = entry.getValue()[0];
      int outcomes = entry.getValue()[1];
      if (records > outcomes && waiting > 0) waiting -= records - outcomes;
      else if (records > outcomes) gaps.add(lost(entry.getKey(), records - outcomes));
      else if (records > 0 && outcomes > records) {
        gaps.add(doubled(entry.getKey(), outcomes - records));
      }
    }
    return gaps;
  }

  /** How many have no outcome. */
  long missing() {
    return byRawId.values().stream().mapToLong(counts -> Math.max(0, counts[0] - counts[1])).sum();
  }

  long read() {
    return read;
  }

  long enriched() {
    return enriched;
  }

  long repeats() {
    return repeats;
  }

  long deadLetters() {
    return deadLetters;
  }

  private int[] of(String rawId) {
    return byRawId.computeIfAbsent(rawId, id -> new int[2]);
  }

  private static Gap lost(String rawId, int articles) {
    String what = "neither enriched nor repeat nor dead letter";
    return new Gap(Topics.ARTICLES_ENRICHED.name(), rawId, articles, what);
  }

  private static Gap doubled(String rawId, int articles) {
    return new Gap(Topics.ARTICLES_ENRICHED.name(), rawId, articles, "more outcomes than records");
  }
}
