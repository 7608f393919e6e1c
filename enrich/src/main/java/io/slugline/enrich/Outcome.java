package io.slugline.enrich;

import io.slugline.contract.Encoded;
import io.slugline.contract.StoryChange;
import java.util.List;

/**
 * What came of placing one article: the article as the world gets it, and what it did to stories.
 */
record Outcome(Encoded article, List<StoryChange> changes) {

  Outcome {
    changes = List.copyOf(changes);
  }
}
