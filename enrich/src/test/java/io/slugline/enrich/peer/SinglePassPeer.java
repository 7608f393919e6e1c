package io.slugline.enrich.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * One pass over the stream: a text joins the group to whose members its tf-idf vector has the
 * highest mean cosine, or opens one. The title, the first line, counts three times; where times are
 * known, only members of the latest three days count.
 */
public final class SinglePassPeer
    implements BiFunction<List<String>, List<Instant>, Map<String, int[]>> {
  private static final double[] LEAST = {.16, .20, .24, .28, .32};
  private static final Duration WINDOW = Duration.ofDays(3);

  @Override
  public Map<String, int[]> apply(List<String> texts, List<Instant> times) {
    List<Map<String, Double>> vectors = vectors(texts);
    int[][] groups = new int[LEAST.length][texts.size()];
    for (int text = 0; text < texts.size(); text++) place(text, vectors, times, groups);
    Map<String, int[]> bySetting = new TreeMap<>();
    for (int i = 0; i < LEAST.length; i++) {
      bySetting.put(String.format(Locale.ROOT, "cosine %.2f", LEAST[i]), groups[i]);
    }
    return bySetting;
  }

  /** For every threshold at once, as the cosines are the same. */
  private static void place(
      int text, List<Map<String, Double>> vectors, List<Instant> times, int[][] groups) {
    List<Map<Integer, double[]>> sums = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) sums.add(new HashMap<>());
    for (int other = text - 1; other >= 0; other--) {
      if (isOver(times.get(other), times.get(text))) break;
      double cosine = cosine(vectors.get(text), vectors.get(other));
      for (int i = 0; i < groups.length; i++) {
        double[] sum = sums.get(i).computeIfAbsent(groups[i][other], any -> new double[2]);
        sum[0] += cosine;
        sum[1]++;
      }
    }
    for (int i = 0; i < groups.length; i++) {
      groups[i][text] = likeliest(sums.get(i), LEAST[i], text);
    }
  }

  private static int likeliest(Map<Integer, double[]> sums, double least, int alone) {
    int likeliest = alone;
    double most = least;
    for (Map.Entry<Integer, double[]> group : sums.entrySet()) {
      double mean = group.getValue()[0] / group.getValue()[1];
      if (mean < most) continue;
      most = mean;
      likeliest = group.getKey();
    }
    return likeliest;
  }

  /** A text without a time lies at the beginning of time, as all others of its set do. */
  private static boolean isOver(Instant earlier, Instant now) {
    return earlier.plus(WINDOW).isBefore(now);
  }

  private static Map<String, Double> counts(String text) {
    String title = text.substring(0, Math.max(0, text.indexOf('\n')));
    Map<String, Double> counts = new HashMap<>();
    Shingles.words(text + ' ' + title + ' ' + title)
        .forEach(w -> counts.merge(w, 1.0, Double::sum));
    return counts;
  }

  private static List<Map<String, Double>> vectors(List<String> texts) {
    List<Map<String, Double>> vectors = texts.stream().map(SinglePassPeer::counts).toList();
    Map<String, Integer> holders = new HashMap<>();
    for (Map<String, Double> vector : vectors) {
      vector.keySet().forEach(word -> holders.merge(word, 1, Integer::sum));
    }
    for (Map<String, Double> vector : vectors) {
      vector.replaceAll(
          (word, count) ->
              (1 + Math.log(count))
                  * Math.log((double) texts.size() / holders.getOrDefault(word, 1)));
      double length = Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
      vector.replaceAll((word, weight) -> length == 0 ? 0 : weight / length);
    }
    return vectors;
  }

  private static double cosine(Map<String, Double> left, Map<String, Double> right) {
    if (left.size() > right.size()) return cosine(right, left);
    double sum = 0;
    for (Map.Entry<String, Double> entry : left.entrySet()) {
      sum += entry.getValue() * right.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }
}
