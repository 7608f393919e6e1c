package io.slugline.enrich;

import io.slugline.contract.Encoded;
import io.slugline.contract.Repeat;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Glimpse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one turn.
 *
 * @param article as the world gets it; null when there is none or it is a repeat
 * @param repeat the same, for a repeat
 * @param changes what became of stories
 * @param glimpse for the other languages, when it opened a story; else null
 */
record Outcome(
    @Nullable Encoded article,
    @Nullable Repeat repeat,
    List<StoryChange> changes,
    @Nullable Glimpse glimpse) {

  Outcome {
    changes = List.copyOf(changes);
  }

  static boolean isArticle(String story, Outcome outcome) {
    return outcome.article() != null;
  }

  static boolean isRepeat(String article, Outcome outcome) {
    return outcome.repeat() != null;
  }

  static boolean isTelling(String article, Outcome outcome) {
    return outcome.glimpse() != null && outcome.glimpse().isTelling();
  }
}
