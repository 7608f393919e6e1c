package io.slugline.enrich.gazetteer.build;

import io.slugline.contract.MentionType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How news write single words: whether a name is a common word or a surname too. */
final class NewsCounts {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final int SEEN = 5;

  private final Map<String, int[]> counts = new HashMap<>();

  /** Reads articles with a {@code text}; what begins a sentence is left out. */
  static NewsCounts of(Path articles) throws IOException {
    NewsCounts counts = new NewsCounts();
    Lists.forEach(articles, row -> counts.read(row.path("text").asText("")));
    return counts;
  }

  private void read(String text) {
    Matcher words = WORD.matcher(text);
    int end = 0;
    boolean capitalBefore = false;
    while (words.find()) {
      boolean beginsSentence = words.start() - end != 1 && !isInside(text, end, words.start());
      boolean capital = Character.isUpperCase(text.charAt(words.start()));
      boolean joined = words.start() - end == 1 && text.charAt(end) == ' ' && end > 0;
      if (!beginsSentence) {
        int[] count =
            counts.computeIfAbsent(words.group().toLowerCase(Locale.ROOT), word -> new int[3]);
        count[capital ? 1 : 0]++;
        if (capital && capitalBefore && joined) count[2]++;
      }
      capitalBefore = capital;
      end = words.end();
    }
  }

  private static boolean isInside(String text, int from, int to) {
    return to - from == 2 && text.charAt(from) == ',';
  }

  /** Written small often enough to be an ordinary word. */
  boolean isCommon(String word) {
    int[] count = counts.get(word.toLowerCase(Locale.ROOT));
    return count != null && count[0] >= SEEN && count[0] > .03 * count[1];
  }

  /** Follows another capitalised word often enough to be a surname. */
  boolean isSurname(String word) {
    int[] count = counts.get(word.toLowerCase(Locale.ROOT));
    return count != null && count[1] >= SEEN && count[2] > .3 * count[1];
  }

  /** "Ministry of National Defence": every state has one. */
  private boolean allCommon(String[] words) {
    if (words.length > 4) return false;
    for (String word : words) {
      if (!isCommon(word)) return false;
    }
    return true;
  }

  /** The guard of a name that is strong by its weight: none, or weak when the word says little. */
  String guard(String name, MentionType type) {
    String[] words = name.split("[\\s-]+");
    if (words.length > 2) return allCommon(words) ? "rival" : "";
    if (words.length == 2) return isCommon(words[0]) && isCommon(words[1]) ? "weak" : "";
    boolean says = !isCommon(name) && (type != MentionType.LOCATION || !isSurname(name));
    return says && name.length() > 3 ? "" : "weak";
  }
}
