package io.slugline.enrich.name.training;

import java.util.Arrays;
import java.util.List;

/** Word vectors parted again and again into clusters: a path of hexadecimal digits a word. */
final class WordVectors {
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();
  private static final int SAMPLE = 60_000;
  private static final int ROUNDS = 8;

  private final List<float[]> vectors;

  WordVectors(List<float[]> vectors) {
    this.vectors = vectors;
    for (float[] vector : vectors) normalise(vector);
  }

  /**
   * For each vector its path: two digits for one of 256 clusters, then one of 16 in each, twice.
   */
  String[] paths() {
    String[] paths = new String[vectors.size()];
    int[] all = new int[vectors.size()];
    for (int at = 0; at < all.length; at++) all[at] = at;
    int[][] coarse = part(all, 256);
    for (int first = 0; first < coarse.length; first++) {
      int[][] middle = part(coarse[first], 16);
      for (int second = 0; second < middle.length; second++) {
        int[][] fine = part(middle[second], 16);
        for (int third = 0; third < fine.length; third++) {
          String path =
              "" + DIGITS[first >> 4] + DIGITS[first & 15] + DIGITS[second] + DIGITS[third];
          for (int member : fine[third]) paths[member] = path;
        }
      }
    }
    return paths;
  }

  /** K-means from evenly spread members, so that the same vectors give the same clusters. */
  private int[][] part(int[] members, int k) {
    int[] sample = members.length <= SAMPLE ? members : Arrays.copyOf(members, SAMPLE);
    float[][] centres = new float[k][];
    for (int at = 0; at < k; at++) {
      int pick = (int) ((long) at * sample.length / k);
      centres[at] = sample.length == 0 ? new float[50] : vectors.get(sample[pick]).clone();
    }
    for (int round = 0; round < ROUNDS; round++) move(centres, sample);
    int[] sizes = new int[k];
    int[] chosen = new int[members.length];
    for (int at = 0; at < members.length; at++) {
      chosen[at] = nearest(centres, vectors.get(members[at]));
      sizes[chosen[at]]++;
    }
    int[][] parts = new int[k][];
    for (int at = 0; at < k; at++) parts[at] = new int[sizes[at]];
    int[] filled = new int[k];
    for (int at = 0; at < members.length; at++) {
      parts[chosen[at]][filled[chosen[at]]++] = members[at];
    }
    return parts;
  }

  private void move(float[][] centres, int[] sample) {
    float[][] sums = new float[centres.length][centres[0].length];
    for (int member : sample) {
      float[] vector = vectors.get(member);
      float[] sum = sums[nearest(centres, vector)];
      for (int at = 0; at < sum.length; at++) sum[at] += vector[at];
    }
    for (int at = 0; at < centres.length; at++) {
      if (normalise(sums[at])) centres[at] = sums[at];
    }
  }

  private static int nearest(float[][] centres, float[] vector) {
    int best = 0;
    float highest = -2;
    for (int centre = 0; centre < centres.length; centre++) {
      float product = 0;
      float[] other = centres[centre];
      for (int at = 0; at < vector.length; at++) product += other[at] * vector[at];
      if (product > highest) {
        highest = product;
        best = centre;
      }
    }
    return best;
  }

  private static boolean normalise(float[] vector) {
    double square = 0;
    for (float value : vector) square += value * value;
    if (square == 0) return false;
    float scale = (float) (1 / Math.sqrt(square));
    for (int at = 0; at < vector.length; at++) vector[at] *= scale;
    return true;
  }
}
