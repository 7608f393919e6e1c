package io.slugline.enrich.story;

import io.slugline.contract.Grouping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says in words why an article is in its story. */
final class Reasons {
  private static final int SHOWN = 12;

  private Reasons() {}

  static Grouping of(Member arrived, @Nullable Fit fit, Comparison comparison) {
    if (fit == null) return new Grouping(0, null, List.of(), List.of());
    StoryFeatures mine = arrived.features();
    StoryFeatures theirs = fit.nearest().features();
    List<String> shared = new ArrayList<>();
    shared.addAll(shared(mine.phrases(), theirs.phrases(), mine.labels()));
    for (String word : shared(mine.text(), theirs.text(), mine.labels())) {
      if (shared.stream().noneMatch(phrase -> phrase.contains(word))) shared.add(word);
    }
    double similarity = Math.min(1, Math.max(0, fit.strength()));
    return new Grouping(
        similarity,
        fit.nearest().article(),
        shared.subList(0, Math.min(SHOWN, shared.size())),
        checks(comparison.facing(arrived).likeness(fit.nearest())));
  }

  private static List<String> shared(Sparse mine, Sparse theirs, Labels labels) {
    return IntStream.range(0, mine.size())
        .boxed()
        .filter(i -> theirs.weightOf(mine.key(i)) > 0)
        .sorted(Comparator.comparingDouble(i -> -mine.weight(i) * theirs.weightOf(mine.key(i))))
        .map(i -> labels.of(mine.key(i)))
        .filter(label -> !label.isEmpty())
        .limit(SHOWN / 2)
        .toList();
  }

  private static List<String> shared(Terms mine, Terms theirs, Labels labels) {
    return IntStream.range(0, mine.size())
        .boxed()
        .filter(i -> theirs.holds(mine.key(i)))
        .sorted(Comparator.comparingDouble(i -> -mine.weight(i)))
        .map(i -> labels.of(mine.key(i)))
        .filter(label -> !label.isEmpty())
        .limit(SHOWN / 2)
        .toList();
  }

  private static List<String> checks(Likeness likeness) {
    return List.of(
        String.format(Locale.ROOT, "numbers %.2f", likeness.numbers()),
        String.format(Locale.ROOT, "names %.2f", likeness.names()),
        String.format(Locale.ROOT, "%.1f days apart", likeness.days()));
  }
}
