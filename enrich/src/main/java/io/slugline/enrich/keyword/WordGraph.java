package io.slugline.enrich.keyword;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of an article, joined where they stand near each other, and ranked as PageRank ranks
 * pages, with a random walk that starts over at words that stand early and often.
 */
final class WordGraph {
  private static final int NEAR = 10;
  private static final double GOES_ON = 0.85;
  private static final int ROUNDS = 15;
  private static final double EARLINESS = 0.83;

  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] sequence = new int[256];
  private int length;
  private double[] early = new double[64];
  private double[] weights = {};

  /**
   * The next word.
   *
   * @param position of its token in the article, counted from 1
   */
  void add(String stem, int position) {
    int number = numbers.computeIfAbsent(stem, key -> numbers.size());
    if (length == sequence.length) sequence = Arrays.copyOf(sequence, length * 2);
    sequence[length++] = number;
    if (number == early.length) early = Arrays.copyOf(early, number * 2);
    early[number] += Math.pow(position, -EARLINESS);
  }

  /** Works out every word's weight; they sum up to 1. */
  void rank() {
    int count = numbers.size();
    Edges edges = edges(count);
    double allEarly = Arrays.stream(early).sum();
    weights = new double[count];
    Arrays.fill(weights, 1.0 / Math.max(1, count));
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[count];
      for (int edge = 0; edge < edges.from.length; edge++) {
        int from = edges.from[edge];
        next[edges.to[edge]] += GOES_ON * weights[from] * edges.weight[edge] / edges.out[from];
      }
      for (int word = 0; word < count; word++) {
        next[word] += (1 - GOES_ON) * early[word] / allEarly;
      }
      weights = next;
    }
  }

  double weight(String stem) {
    Integer number = numbers.get(stem);
    return number == null ? 0 : weights[number];
  }

  private record Edges(int[] from, int[] to, double[] weight, double[] out) {}

  // A pair's key is one number without gaps: with the two halves of a long, pairs would collide,
  // because a Long's hash is one half xor the other.
  private Edges edges(int count) {
    Map<Long, Integer> together = new LinkedHashMap<>();
    for (int left = 0; left < length; left++) {
      for (int right = left + 1; right < Math.min(length, left + NEAR); right++) {
        if (sequence[left] == sequence[right]) continue;
        together.merge((long) sequence[left] * count + sequence[right], 1, Integer::sum);
        together.merge((long) sequence[right] * count + sequence[left], 1, Integer::sum);
      }
    }
    Edges edges =
        new Edges(
            new int[together.size()],
            new int[together.size()],
            new double[together.size()],
            new double[count]);
    int edge = 0;
    for (Map.Entry<Long, Integer> pair : together.entrySet()) {
      edges.from[edge] = (int) (pair.getKey() / count);
      edges.to[edge] = (int) (pair.getKey() % count);
      edges.weight[edge] = pair.getValue();
      edges.out[edges.from[edge]] += pair.getValue();
      edge++;
    }
    return edges;
  }
}
