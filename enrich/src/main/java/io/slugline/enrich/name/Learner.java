package io.slugline.enrich.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights: multinomial logistic regression over the tags that may follow, one token
 * after the other, with a step for each predicate that shrinks as it is used (AdaGrad), a part of
 * the predicates left out at random, and the mean of the weights over the later passes.
 */
final class Learner {
  private static final double STEP = .1;
  private static final float LEFT_OUT = .4f;
  private static final int MEANS = 4;
  private static final int MOST = 256;

  private final Weights weights;
  private final float[] used;
  private final Random random;
  private final int[] rows = new int[MOST];
  private final float[] scores = new float[Weights.STRIDE];
  private final double[] shares = new double[Tags.COUNT];

  Learner(Weights weights, long seed) {
    this.weights = weights;
    this.used = new float[weights.size()];
    this.random = new Random(seed);
  }

  /** Goes over the samples so many times; the first pass does not count for the mean. */
  void learn(List<Sample> samples, int passes) {
    List<Sample> shuffled = new ArrayList<>(samples);
    float[] sum = new float[weights.size() * Weights.STRIDE];
    int summed = 0;
    for (int pass = 0; pass < passes; pass++) {
      Collections.shuffle(shuffled, random);
      int part = Math.max(1, shuffled.size() / MEANS);
      for (int at = 0; at < shuffled.size(); at++) {
        learn(shuffled.get(at));
        if (pass == 0 || (at + 1) % part != 0) continue;
        for (int weight = 0; weight < sum.length; weight++) sum[weight] += weights.all()[weight];
        summed++;
      }
    }
    for (int weight = 0; summed > 0 && weight < sum.length; weight++) {
      weights.all()[weight] = sum[weight] / summed;
    }
  }

  private void learn(Sample sample) {
    int last = Tags.NONE;
    int lastButOne = Tags.NONE;
    for (int token = 0; token < sample.tags().length; token++) {
      int count = rows(sample, token, last, lastButOne);
      int kept = 0;
      for (int at = 0; at < count; at++) {
        if (random.nextFloat() >= LEFT_OUT) rows[kept++] = rows[at];
      }
      score(kept);
      step(kept, sample.tags()[token], last);
      lastButOne = last;
      last = sample.tags()[token];
    }
  }

  private void step(int count, int gold, int last) {
    double error = errors(gold, last);
    if (error < 1e-6) return;
    float[] all = weights.all();
    for (int at = 0; at < count; at++) {
      int row = rows[at];
      int predicate = row / Weights.STRIDE;
      used[predicate] += (float) error;
      float step = (float) (STEP / Math.sqrt(.01 + used[predicate]));
      for (int tag = 0; tag < Tags.COUNT; tag++) all[row + tag] -= step * (float) shares[tag];
    }
  }

  /** Leaves in {@code shares} how much too much each tag gets; gives the sum of squares. */
  private double errors(int gold, int last) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      if (allowed(last, tag, gold)) highest = Math.max(highest, scores[tag]);
    }
    double sum = 0;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      shares[tag] = allowed(last, tag, gold) ? Math.exp(scores[tag] - highest) : 0;
      sum += shares[tag];
    }
    double error = 0;
    for (int tag = 0; tag < Tags.COUNT; tag++) {
      shares[tag] = shares[tag] / sum - (tag == gold ? 1 : 0);
      error += shares[tag] * shares[tag];
    }
    return error;
  }

  private static boolean allowed(int last, int tag, int gold) {
    return tag == gold || Tags.mayFollow(last, tag);
  }

  /** The tags that the weights give by now. */
  byte[] tags(Sample sample) {
    byte[] tags = new byte[sample.tags().length];
    int last = Tags.NONE;
    int lastButOne = Tags.NONE;
    for (int token = 0; token < tags.length; token++) {
      score(rows(sample, token, last, lastButOne));
      int best = -1;
      for (int tag = 0; tag < Tags.COUNT; tag++) {
        boolean better = best < 0 || scores[tag] > scores[best];
        if (Tags.mayFollow(last, tag) && better) best = tag;
      }
      tags[token] = (byte) best;
      lastButOne = last;
      last = best;
    }
    return tags;
  }

  private int rows(Sample sample, int token, int last, int lastButOne) {
    int[] fixed = sample.rows()[token];
    System.arraycopy(fixed, 0, rows, 0, fixed.length);
    int count = fixed.length;
    long[] history = sample.history()[token];
    for (int at = 0; at < history.length; at++) {
      if (history[at] == 0) continue;
      int row = weights.row(PredicateKeys.withTags(history[at], at, last, lastButOne));
      if (row >= 0) rows[count++] = row;
    }
    return count;
  }

  private void score(int count) {
    Arrays.fill(scores, 0);
    for (int at = 0; at < count; at++) weights.addTo(scores, rows[at]);
  }
}
