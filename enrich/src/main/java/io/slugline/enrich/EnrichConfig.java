package io.slugline.enrich;

import io.slugline.enrich.story.StorySettings;
import java.util.ArrayList;
import java.util.List;

/**
 * How enrich runs. What is not given takes its default.
 *
 * @param threads how many articles are worked on at once, 1 to 64
 * @param languagePartitions into how many tasks languages are spread, 1 to 64; fixed once chosen
 * @param instance name of this process among those that share the work; stable over its restarts
 * @param stories how the grouper works
 */
public record EnrichConfig(
    int threads, int languagePartitions, String instance, StorySettings stories) {

  public EnrichConfig {
    threads = threads == 0 ? 2 : threads;
    languagePartitions = languagePartitions == 0 ? 4 : languagePartitions;
    instance = instance == null ? "1" : instance;
    stories = stories == null ? StorySettings.defaults() : stories;

    List<String> problems = new ArrayList<>();
    if (threads < 1 || threads > 64) problems.add("threads: " + threads + " is not 1 to 64");
    if (languagePartitions < 1 || languagePartitions > 64) {
      problems.add("languagePartitions: " + languagePartitions + " is not 1 to 64");
    }
    if (instance.isBlank()) problems.add("instance: must not be empty");
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
  }

  /** The settings that are right for most. */
  @SuppressWarnings("NullAway") // what is not given takes its default
  public static EnrichConfig standard() {
    return new EnrichConfig(0, 0, null, null);
  }
}
