package io.slugline.enrich.story;

import io.slugline.contract.Grouping;
import io.slugline.contract.StorySnapshot;
import java.util.List;

/**
 * Where an article was placed.
 *
 * @param story its story, right after the article and the changes
 * @param copyGroup id of the first article with (nearly) this text; its own when it is the first
 * @param changes what else became of stories: merges and splits that the grouper found, stories
 *     that closed, in this order to be applied after the article joined
 */
public record Placed(
    StorySnapshot story, Grouping grouping, String copyGroup, List<Change> changes) {

  public Placed {
    changes = List.copyOf(changes);
  }
}
