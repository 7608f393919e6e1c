package io.slugline.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an article is in its story.
 *
 * @param similarity 0 to 1; 0 when it opened the story
 * @param nearest id of the article of the story that it is most like; null when it opened the story
 * @param shared rare words, names and passages it shares with the story, the weightiest first
 * @param vetoes what was checked that could have spoken against it, and how that came out
 */
public record Grouping(
    double similarity, @Nullable String nearest, List<String> shared, List<String> vetoes) {

  public Grouping {
    shared = List.copyOf(shared);
    vetoes = List.copyOf(vetoes);
  }
}
