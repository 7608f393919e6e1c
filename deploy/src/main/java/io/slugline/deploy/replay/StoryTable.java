package io.slugline.deploy.replay;

import io.slugline.contract.StoryChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which story each article stands in at the end, or stood in when that closed: its own record
 * claims it for a story, and so do story changes; the claim with the highest number holds, so the
 * latest record of each story is enough.
 */
final class StoryTable {
  private final Map<String, List<Step>> languages = new TreeMap<>();

  /** These articles stand in this story from now on. */
  private record Step(long sequence, String story, List<String> articles) {}

  void placed(String language, long sequence, String article, String story) {
    add(language, new Step(sequence, story, List.of(article)));
  }

  /** One that closes or links stories moves nothing. */
  void changed(StoryChange change) {
    switch (change.kind()) {
      case MERGED, SPLIT ->
          add(change.language(), new Step(change.sequence(), change.story(), change.claimed()));
      case CLOSED, LINKED -> {}
    }
  }

  /** The story of each article, by the article's id. */
  Map<String, String> atEnd() {
    Map<String, String> stories = new HashMap<>();
    for (List<Step> steps : languages.values()) {
      steps.stream()
          .sorted(Comparator.comparingLong(Step::sequence))
          .forEach(step -> step.articles().forEach(each -> stories.put(each, step.story())));
    }
    return stories;
  }

  private void add(String language, Step step) {
    languages.computeIfAbsent(language, any -> new ArrayList<>()).add(step);
  }
}
