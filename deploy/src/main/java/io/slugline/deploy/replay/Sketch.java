package io.slugline.deploy.replay;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An enriched article as far as two of them are compared.
 *
 * @param record hash of the whole record
 * @param text hash of title and body
 * @param entities how often each entity, or name that is none, is mentioned
 * @param mentions hash of the mentions with their places
 * @param keywords in their order
 */
record Sketch(
    String rawId,
    String id,
    @Nullable String source,
    String title,
    String language,
    long sequence,
    int record,
    int text,
    Map<String, Integer> entities,
    int mentions,
    List<String> keywords,
    String story) {

  /**
   * Sketches an article.
   *
   * @param record hash of its bytes
   */
  static Sketch of(EnrichedArticle article, int record) {
    Map<String, Integer> entities = new TreeMap<>();
    for (Mention mention : article.mentions()) entities.merge(name(mention), 1, Integer::sum);
    return new Sketch(
        article.rawId(),
        article.id(),
        article.source(),
        article.title(),
        article.language(),
        article.sequence(),
        record,
        (article.title() + '\n' + article.body()).hashCode(),
        entities,
        article.mentions().stream().map(Sketch::placed).toList().hashCode(),
        article.keywords().stream().map(keyword -> keyword.text()).toList(),
        article.story().id());
  }

  /** What the other one has more of. */
  static List<String> gained(Map<String, Integer> before, Map<String, Integer> after) {
    Map<String, Integer> more = new HashMap<>(after);
    before.forEach((name, count) -> more.merge(name, -count, Integer::sum));
    return more.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static String name(Mention mention) {
    String what = mention.entityName() == null ? mention.text() : mention.entityName();
    return what + " (" + mention.type() + ")";
  }

  /** Everything but by whom it was found, and how surely. */
  private static String placed(Mention mention) {
    return mention.field()
        + " "
        + mention.start()
        + " "
        + mention.end()
        + " "
        + mention.type()
        + " "
        + mention.entity();
  }
}
