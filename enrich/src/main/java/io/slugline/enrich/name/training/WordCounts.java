package io.slugline.enrich.name.training;

import io.slugline.contract.Json;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** How often each word stands in running text, small and capital, sentence starts left out. */
public final class WordCounts {
  private static final int LEAST = 8;

  private final Map<String, int[]> counts = new HashMap<>();

  public static WordCounts of(Path articles) throws IOException {
    WordCounts counts = new WordCounts();
    Tokenizer tokenizer = Tokenizer.load();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(articles), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        counts.add(tokenizer.tokenize(Json.mapper().readTree(line).path("text").asText()));
      }
    }
    return counts;
  }

  private void add(Tokens tokens) {
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      for (int token = tokens.firstToken(sentence) + 1;
          token < tokens.endToken(sentence);
          token++) {
        String word = tokens.word(token);
        if (!Character.isLetter(word.charAt(0))) continue;
        int capital = Character.isUpperCase(word.charAt(0)) ? 1 : 0;
        counts.computeIfAbsent(word.toLowerCase(Locale.ROOT), any -> new int[2])[capital]++;
      }
    }
  }

  int of(String word) {
    int[] found = counts.get(word.toLowerCase(Locale.ROOT));
    return found == null ? 0 : found[0] + found[1];
  }

  /** For each word often enough met: how it is mostly written. */
  public Map<String, String> cases() {
    Map<String, String> cases = new HashMap<>();
    counts.forEach(
        (word, count) -> {
          int all = count[0] + count[1];
          if (all >= LEAST) cases.put(word, level((double) count[1] / all));
        });
    return cases;
  }

  private static String level(double capital) {
    if (capital < .02) return "small";
    if (capital < .15) return "rather-small";
    if (capital < .6) return "both";
    if (capital < .95) return "rather-capital";
    return "capital";
  }
}
