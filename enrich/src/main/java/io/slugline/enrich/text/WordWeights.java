package io.slugline.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much each single word speaks for a line being noise: log-odds, by counts of lines. */
final class WordWeights {
  private static final float KNOWN = 0.6f;

  private final Map<String, Float> weights;

  WordWeights(Map<String, Float> weights) {
    this.weights = Map.copyOf(weights);
  }

  static WordWeights load(String resource) {
    try (InputStream in = WordWeights.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("missing resource " + resource);
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, Float> weights = new HashMap<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        weights.put(line.substring(0, tab), Float.parseFloat(line.substring(tab + 1)));
      }
      return new WordWeights(weights);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  List<String> write() {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(weights).forEach((word, weight) -> lines.add(word + '\t' + weight));
    return lines;
  }

  /** Whether the words of a line are mostly known; if not, it is another language or other talk. */
  boolean knows(String[] words) {
    return of(words)[4] >= KNOWN;
  }

  static String[] words(CharSequence text) {
    String[] words = Folding.words(text).split(" ");
    for (int i = 0; i < words.length; i++) {
      if (!words[i].isEmpty() && Character.isDigit(words[i].charAt(0))) words[i] = "0";
    }
    return words;
  }

  /** Sum, mean, greatest and least over the words of a line. */
  float[] of(String[] words) {
    float sum = 0;
    float most = -9;
    float least = 9;
    int known = 0;
    for (String word : words) {
      Float weight = weights.get(word);
      if (weight == null) continue;
      known++;
      sum += weight;
      most = Math.max(most, weight);
      least = Math.min(least, weight);
    }
    return new float[] {
      sum, known == 0 ? 0 : sum / known, most, least, known / (float) words.length
    };
  }
}
