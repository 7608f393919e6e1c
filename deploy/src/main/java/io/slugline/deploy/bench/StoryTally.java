package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.StoryChange;
import io.slugline.enrich.story.Change;
import io.slugline.enrich.story.Placed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Follows the grouper's records, and holds them against the stories that the articles tell. */
final class StoryTally {
  private static final int SCORED = 100_000;

  private int[] gold = new int[1 << 16];
  private String[] found = new String[1 << 16];
  private int size;

  /** Articles are numbered as they come, from 0 on; their ids end in their numbers. */
  void note(int story, Placed placed) {
    if (size == gold.length) {
      gold = Arrays.copyOf(gold, size * 2);
      found = Arrays.copyOf(found, size * 2);
    }
    gold[size] = story;
    found[size++] = placed.story().id();
    for (Change change : placed.changes()) {
      if (change.kind() == StoryChange.Kind.CLOSED) continue;
      change.articles().forEach(article -> found[number(article)] = change.story());
    }
  }

  private static int number(String article) {
    return Integer.parseInt(article.substring(article.indexOf('-') + 1));
  }

  /** B-cubed of the latest articles, 100,000 at most. */
  void score(ObjectNode into) {
    int first = Math.max(0, size - SCORED);
    Map<String, Integer> cells = new HashMap<>();
    Map<Integer, Integer> golden = new HashMap<>();
    Map<String, Integer> ours = new HashMap<>();
    for (int i = first; i < size; i++) {
      cells.merge(gold[i] + " " + found[i], 1, Integer::sum);
      golden.merge(gold[i], 1, Integer::sum);
      ours.merge(found[i], 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (int i = first; i < size; i++) {
      double cell = cells.getOrDefault(gold[i] + " " + found[i], 0);
      precision += cell / ours.getOrDefault(found[i], 1);
      recall += cell / golden.getOrDefault(gold[i], 1);
    }
    precision /= size - first;
    recall /= size - first;
    into.put("bcubedPrecision", BenchInput.rounded(precision));
    into.put("bcubedRecall", BenchInput.rounded(recall));
    into.put("bcubedF1", BenchInput.rounded(2 * precision * recall / (precision + recall)));
  }
}
