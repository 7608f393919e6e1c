package io.slugline.alerting.console.view;

import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An alert as its latest record says, without what only its story's page shows.
 *
 * @param alert with one piece of evidence for each entity, the quotes of all but the first left out
 * @param whole where the whole record lies
 * @param change number of the view's change that brought it
 */
public record AlertLine(Alert alert, Place whole, long change) {
  private static final int MOST_ENTITIES = 20;
  private static final int HEADLINE = 300;

  static AlertLine of(Alert alert, Place whole, long change) {
    return new AlertLine(trimmed(alert), whole, change);
  }

  /** Whether a person is to look: nobody has taken it and nobody has silenced it. */
  public boolean isOpen() {
    return isFiring() && alert.ack() == null && alert.silence() == null && !isOfSource();
  }

  /** Whether it is about a source that has fallen silent, and about no story. */
  public boolean isOfSource() {
    return alert.watch().equals(Alert.SILENT_SOURCE);
  }

  public boolean isShadowOf(String watch) {
    return alert.shadow() && alert.watch().equals(watch);
  }

  public boolean isFiring() {
    return alert.state() == Alert.State.FIRING;
  }

  private static Alert trimmed(Alert alert) {
    return new Alert(
        alert.alert(),
        alert.version(),
        alert.change(),
        alert.page(),
        alert.watch(),
        alert.watchTitle(),
        alert.watchVersion(),
        alert.story(),
        alert.state(),
        alert.severity(),
        alert.receiver(),
        alert.pages(),
        alert.shadow(),
        alert.ack(),
        alert.silence(),
        List.of(),
        alert.articleCount(),
        alert.outlets(),
        alert.copies(),
        Texts.atMost(HEADLINE, alert.headline()),
        alert.place(),
        byEntity(alert.evidence()),
        alert.firedAt(),
        alert.changedAt(),
        alert.backfill(),
        alert.firstSeverity(),
        alert.sources(),
        alert.reason());
  }

  private static List<Evidence> byEntity(List<Evidence> evidence) {
    Map<String, Evidence> entities = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      if (entities.size() == MOST_ENTITIES) break;
      String entity = one.entity() == null ? "" : one.entity();
      entities.putIfAbsent(entity, shortened(one));
    }
    return List.copyOf(entities.values());
  }

  private static Evidence shortened(Evidence one) {
    return new Evidence(
        one.article(),
        one.field(),
        one.start(),
        one.end(),
        one.rawStart(),
        one.rawEnd(),
        Texts.atMost(HEADLINE, one.quote()),
        Texts.atMost(HEADLINE, one.clause()),
        one.entity(),
        one.alias());
  }
}
