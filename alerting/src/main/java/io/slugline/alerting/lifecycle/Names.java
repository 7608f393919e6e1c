package io.slugline.alerting.lifecycle;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who and what is named where a watch matched. */
final class Names {
  private static final int MOST = 20;
  private static final int NONE = -1;
  private static final int TITLE = -2;

  private Names() {}

  /** The names in the sentences of the evidence, in the order of the text. */
  static List<String> in(List<Evidence> evidence, EnrichedArticle article) {
    Set<Integer> sentences = new HashSet<>();
    for (Evidence one : evidence) sentences.add(sentence(one.field(), one.start(), article));
    sentences.remove(NONE);
    return article.mentions().stream()
        .filter(one -> sentences.contains(sentence(one.field(), one.start(), article)))
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

  /** The title counts as one. */
  private static int sentence(Field field, int start, EnrichedArticle article) {
    return field == Field.TITLE ? TITLE : article.sentenceAt(start);
  }

  private static boolean sayTheSame(String one, String other) {
    String some = one.toLowerCase(Locale.ROOT);
    String more = other.toLowerCase(Locale.ROOT);
    return some.contains(more) || more.contains(some);
  }
}
