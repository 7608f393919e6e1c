package io.slugline.alerting.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up articles by who published them. */
final class Sources {
  private static final int LATEST = 50;
  private static final int ENOUGH_GAPS = 8;

  private Sources() {}

  static List<SourceLine> of(List<ArticleLine> articles) {
    Map<String, List<ArticleLine>> bySource = new HashMap<>();
    for (ArticleLine article : articles) {
      bySource.computeIfAbsent(article.outlet(), name -> new ArrayList<>()).add(article);
    }
    List<SourceLine> lines = new ArrayList<>();
    bySource.forEach((source, its) -> lines.add(line(source, its)));
    lines.sort(Comparator.comparing(SourceLine::source, String.CASE_INSENSITIVE_ORDER));
    return lines;
  }

  private static SourceLine line(String source, List<ArticleLine> articles) {
    List<Instant> arrivals =
        articles.stream()
            .filter(article -> !article.backfill())
            .map(ArticleLine::firstArrivedAt)
            .sorted()
            .toList();
    List<Duration> gaps =
        gaps(arrivals.subList(Math.max(0, arrivals.size() - LATEST), arrivals.size()));
    boolean isKnown = gaps.size() >= ENOUGH_GAPS;
    Instant last =
        articles.stream().map(ArticleLine::arrivedAt).max(Comparator.naturalOrder()).orElseThrow();
    return new SourceLine(
        source,
        articles.size(),
        articles.stream().mapToInt(article -> article.revision() - 1).sum(),
        (int) articles.stream().filter(ArticleLine::isCopy).count(),
        articles.stream().mapToLong(ArticleLine::clean).sum(),
        articles.stream().mapToLong(ArticleLine::cut).sum(),
        last,
        isKnown ? gaps.get(gaps.size() / 2) : Duration.ZERO,
        isKnown ? gaps.get(gaps.size() - 1) : Duration.ZERO);
  }

  /** Rising. Articles that came in one file came at once: that is no gap. */
  private static List<Duration> gaps(List<Instant> arrivals) {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < arrivals.size(); i++) {
      Duration gap = Duration.between(arrivals.get(i - 1), arrivals.get(i));
      if (!gap.isZero()) gaps.add(gap);
    }
    gaps.sort(Comparator.naturalOrder());
    return gaps;
  }
}
