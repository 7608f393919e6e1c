package io.slugline.alerting.watch.index;

import io.slugline.alerting.watch.query.Word;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers for what a token can be known by: its stem, an exact word, a prefix. A number is given
 * once and never changes.
 */
final class Symbols {
  private final Numbered stems = new Numbered();
  private final ConcurrentHashMap<String, Integer> exacts = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Integer> prefixes = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private volatile int extraChanges;
  private volatile int longestPrefix;
  private volatile int shortestPrefix = Integer.MAX_VALUE;

  int stem(String stem) {
    int known = stems.of(stem);
    return known != 0 ? known : stems.putIfAbsent(stem, last.incrementAndGet());
  }

  /** The symbol of a query's word; called by the one writer. */
  int of(Word word, String stem) {
    return switch (word.how()) {
      case INFLECTED -> stem(stem);
      case EXACT -> extra(exacts, word.text());
      case PREFIX -> prefix(word.text());
    };
  }

  private int prefix(String text) {
    shortestPrefix = Math.min(shortestPrefix, text.length());
    longestPrefix = Math.max(longestPrefix, text.length());
    return extra(prefixes, text);
  }

  private int extra(ConcurrentHashMap<String, Integer> map, String text) {
    Integer known = map.get(text);
    if (known != null) return known;
    int symbol = last.incrementAndGet();
    map.put(text, symbol);
    // After the map: whoever sees the new count finds the new symbol.
    extraChanges = extraChanges + 1;
    return symbol;
  }

  /** Counts exact words and prefixes added so far. */
  int extraChanges() {
    return extraChanges;
  }

  int[] extrasOf(String folded) {
    int[] found = new int[2];
    int count = 0;
    Integer exact = exacts.get(folded);
    if (exact != null) found[count++] = exact;
    int longest = Math.min(longestPrefix, folded.length());
    for (int length = shortestPrefix; length <= longest; length++) {
      Integer prefix = prefixes.get(folded.substring(0, length));
      if (prefix == null) continue;
      if (count == found.length) found = Arrays.copyOf(found, count * 2);
      found[count++] = prefix;
    }
    return Arrays.copyOf(found, count);
  }

  /** One past the largest number given so far. */
  int size() {
    return last.get() + 1;
  }
}
