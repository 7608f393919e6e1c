package io.slugline.enrich.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the line model knows of each line of a text, as a row of numbers. */
final class LineFeatures {
  private static final List<String> RULES =
      List.of(
          "caption",
          "biography",
          "author-biography",
          "byline",
          "author-box",
          "read-also",
          "newsletter",
          "share-bar",
          "copyright",
          "advertisement",
          "menu",
          "date-line",
          "title-repeat",
          "head-menu",
          "source-repeats");

  private final Sheet sheet;
  private final String[][] words;
  private final float[][] own;
  private final float[][] scores;
  private final Map<String, Integer> spread = new HashMap<>();

  LineFeatures(Sheet sheet, WordWeights weights) {
    this.sheet = sheet;
    this.words = new String[sheet.size()][];
    this.own = new float[sheet.size()][];
    this.scores = new float[sheet.size()][];
    for (int at = 0; at < sheet.size(); at++) {
      Line line = sheet.line(at);
      own[at] = own(line, code(sheet.cutBy(at)));
      words[at] = WordWeights.words(line.folded());
      scores[at] = weights.of(words[at]);
      for (String word : new HashSet<>(List.of(words[at]))) spread.merge(word, 1, Integer::sum);
    }
  }

  String[] words(int at) {
    return words[at];
  }

  float[][] rows() {
    float[][] rows = new float[sheet.size()][];
    for (int at = 0; at < rows.length; at++) rows[at] = row(at);
    return rows;
  }

  private float[] row(int at) {
    float[] mine = own[at];
    float[] row = Arrays.copyOf(mine, mine.length + 34);
    int next = mine.length;
    for (float score : scores[at]) row[next++] = score;
    row[next++] = at;
    row[next++] = sheet.size() - 1 - at;
    row[next++] = at / (float) sheet.size();
    row[next++] = sheet.size();
    row[next++] = shared(at);
    for (int near : new int[] {-3, -2, -1, 1, 2, 3}) {
      int other = at + near;
      boolean inside = other >= 0 && other < sheet.size();
      row[next++] = inside ? own[other][0] : -1;
      row[next++] = inside ? own[other][2] : -1;
      row[next++] = inside && sheet.isCut(other) ? 1 : 0;
      row[next++] = inside ? scores[other][1] : 0;
    }
    return row;
  }

  // How much of the line's longer words stand in other lines too: what the article is about.
  private float shared(int at) {
    int longer = 0;
    int elsewhere = 0;
    for (String word : words[at]) {
      if (word.length() < 5) continue;
      longer++;
      if (spread.getOrDefault(word, 0) > 1) elsewhere++;
    }
    return longer == 0 ? -1 : elsewhere / (float) longer;
  }

  private static float[] own(Line line, int rule) {
    String text = line.text().toString();
    int upper = 0;
    int digits = 0;
    int lower = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) upper++;
      if (Character.isDigit(c)) digits++;
      if (Character.isLowerCase(c) && (i == 0 || text.charAt(i - 1) == ' ')) lower++;
    }
    float length = Math.max(1, text.length());
    return new float[] {
      line.length(),
      line.words(),
      line.endsLikeASentence() ? 1 : 0,
      line.isParagraph() ? 1 : 0,
      upper / length,
      digits / length,
      lower / (float) line.words(),
      line.isBullet() ? 1 : 0,
      line.folded().contains("@") || line.folded().contains("http") ? 1 : 0,
      line.folded().contains(".com") || line.folded().contains(".org") ? 1 : 0,
      text.indexOf('“') >= 0 || text.indexOf('"') >= 0 ? 1 : 0,
      text.endsWith(")") ? 1 : 0,
      text.endsWith(":") ? 1 : 0,
      text.startsWith("(") || text.startsWith("[") ? 1 : 0,
      rule
    };
  }

  private static int code(@Nullable String rule) {
    if (rule == null) return -1;
    int slash = rule.indexOf('/');
    return RULES.indexOf(slash < 0 ? rule : rule.substring(0, slash)) + 1;
  }
}
