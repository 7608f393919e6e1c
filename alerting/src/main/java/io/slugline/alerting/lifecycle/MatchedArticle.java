package io.slugline.alerting.lifecycle;

import io.slugline.contract.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One article that the alert's watch matched. */
public record MatchedArticle(
    String article,
    @Nullable String source,
    String copyGroup,
    Instant arrivedAt,
    List<Evidence> evidence,
    List<String> names) {

  public MatchedArticle {
    evidence = List.copyOf(evidence);
    names = names == null ? List.of() : List.copyOf(names);
  }

  static MatchedArticle of(Touch touch, Matched matched) {
    return new MatchedArticle(
        touch.article(),
        touch.source(),
        touch.copyGroup(),
        touch.arrivedAt(),
        matched.evidence(),
        matched.names());
  }
}
