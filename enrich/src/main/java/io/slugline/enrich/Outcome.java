package io.slugline.enrich;

import io.slugline.contract.Encoded;
import io.slugline.contract.Repeat;
import io.slugline.contract.StoryChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one turn.
 *
 * @param article as the world gets it; null when there is none or it is a repeat
 * @param repeat the same, for a repeat
 * @param changes what became of stories
 */
record Outcome(@Nullable Encoded article, @Nullable Repeat repeat, List<StoryChange> changes) {

  Outcome {
    changes = List.copyOf(changes);
  }

  static boolean isArticle(String story, Outcome outcome) {
    return outcome.article() != null;
  }

  static boolean isRepeat(String article, Outcome outcome) {
    return outcome.repeat() != null;
  }
}
