package io.slugline.alerting.lifecycle;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.contract.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Who and what is named where a watch matched. */
final class Names {
  private static final int MOST = 20;

  private Names() {}

  /** The names in the sentences of the evidence, in the order of the text. */
  static List<String> in(List<Evidence> evidence, EnrichedArticle article) {
    return article.mentions().stream()
        .filter(mention -> evidence.stream().anyMatch(one -> isBeside(one, mention, article)))
        .map(mention -> mention.entityName() == null ? mention.text() : mention.entityName())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Those that no known name says already, in a longer or a shorter form. */
  static List<String> unknown(Collection<String> names, Collection<String> known) {
    return names.stream()
        .filter(name -> known.stream().noneMatch(other -> sayTheSame(name, other)))
        .distinct()
        .toList();
  }

  private static boolean isBeside(Evidence evidence, Mention mention, EnrichedArticle article) {
    if (mention.field() != evidence.field()) return false;
    if (mention.field() == Field.TITLE) return true;
    return article.sentences().stream()
        .anyMatch(one -> holds(one, evidence.start()) && holds(one, mention.start()));
  }

  private static boolean holds(Span span, int place) {
    return span.start() <= place && place < span.end();
  }

  private static boolean sayTheSame(String one, String other) {
    String some = one.toLowerCase(Locale.ROOT);
    String more = other.toLowerCase(Locale.ROOT);
    return some.contains(more) || more.contains(some);
  }
}
