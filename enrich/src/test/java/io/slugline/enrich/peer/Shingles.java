package io.slugline.enrich.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of words, as others cut texts. */
final class Shingles {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Shingles() {}

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) words.add(matcher.group());
    return words;
  }

  /** Hashes of the different runs of so many words, ascending. */
  static long[] of(String text, int size) {
    List<String> words = words(text);
    long[] hashes = new long[Math.max(0, words.size() - size + 1)];
    for (int i = 0; i < hashes.length; i++) hashes[i] = hash(words.subList(i, i + size));
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static long hash(List<String> words) {
    long hash = 0;
    for (String word : words) hash = mixed(hash * 31 + word.hashCode());
    return hash;
  }

  /** The finaliser of SplitMix64. */
  static long mixed(long value) {
    long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }

  static double jaccard(long[] left, long[] right) {
    int both = 0;
    for (int l = 0, r = 0; l < left.length && r < right.length; ) {
      if (left[l] == right[r]) both++;
      if (left[l] <= right[r]) l++;
      else r++;
    }
    int all = left.length + right.length - both;
    return all == 0 ? 0 : (double) both / all;
  }
}
