package io.slugline.enrich.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which blocks of a page make up a text that is known without its place in the page. */
final class GoldBlocks {
  private static final int GRAM = 4;
  private static final int AHEAD = 40;

  private final List<String> gold;
  private final Map<String, List<Integer>> grams = new HashMap<>();

  private GoldBlocks(String gold) {
    this.gold = words(gold);
    for (int at = 0; at + GRAM <= this.gold.size(); at++) {
      grams.computeIfAbsent(gram(this.gold, at), gram -> new ArrayList<>()).add(at);
    }
  }

  /** For each block the share of it that is in the gold text. */
  static double[] shares(List<Block> blocks, String gold) {
    return new GoldBlocks(gold).shares(blocks);
  }

  private double[] shares(List<Block> blocks) {
    double[] shares = new double[blocks.size()];
    Set<Integer> taken = new HashSet<>();
    int reached = 0;
    for (int i = 0; i < shares.length; i++) {
      List<String> words = words(blocks.get(i).text().toString());
      if (words.size() < GRAM + 2) {
        int found = find(words, reached);
        shares[i] = found >= 0 ? 1 : 0;
        if (found >= 0) reached = found + words.size();
        continue;
      }
      int hits = 0;
      for (int at = 0; at + GRAM <= words.size(); at++) {
        for (int place : grams.getOrDefault(gram(words, at), List.of())) {
          if (!taken.add(place)) continue;
          hits++;
          reached = place + GRAM;
          break;
        }
      }
      shares[i] = (double) hits / (words.size() - GRAM + 1);
    }
    return shares;
  }

  // A few words prove nothing unless they come next.
  private int find(List<String> words, int reached) {
    if (words.isEmpty()) return -1;
    int last =
        Math.min(gold.size() - words.size(), reached + AHEAD / Math.max(1, 5 - words.size()));
    for (int at = reached; at <= last; at++) {
      if (gold.subList(at, at + words.size()).equals(words)) return at;
    }
    return -1;
  }

  private static String gram(List<String> words, int at) {
    return String.join(" ", words.subList(at, at + GRAM));
  }

  private static List<String> words(String text) {
    String folded = Folding.words(text);
    return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
  }
}
