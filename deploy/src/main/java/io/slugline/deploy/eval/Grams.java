package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of one text is in another: over 4-grams of words, counted as often as they stand there,
 * means over the articles and F1 of the means (the article-extraction-benchmark's measure).
 */
final class Grams {
  private static final int GRAM = 4;
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private double precision;
  private double recall;
  private int items;

  void add(String text, String gold) {
    Map<List<String>, Integer> ours = grams(text);
    Map<List<String>, Integer> theirs = grams(gold);
    int shared = 0;
    for (var gram : ours.entrySet()) {
      shared += Math.min(gram.getValue(), theirs.getOrDefault(gram.getKey(), 0));
    }
    precision += (double) shared / total(ours);
    recall += (double) shared / total(theirs);
    items++;
  }

  void put(ObjectNode into) {
    Scores.put(into, precision / Math.max(1, items), recall / Math.max(1, items));
  }

  private static int total(Map<List<String>, Integer> grams) {
    return grams.values().stream().mapToInt(Integer::intValue).sum();
  }

  // A text without words has one gram, of no words: what is empty equals nothing but the empty.
  private static Map<List<String>, Integer> grams(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) words.add(word.group());
    Map<List<String>, Integer> grams = new HashMap<>();
    int last = Math.max(0, words.size() - GRAM);
    for (int at = 0; at <= last; at++) {
      grams.merge(words.subList(at, Math.min(words.size(), at + GRAM)), 1, Integer::sum);
    }
    return grams;
  }
}
