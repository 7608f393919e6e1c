package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.text.CleanText;
import io.slugline.enrich.text.TextCleaner;
import io.slugline.enrich.text.UnreadableArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Clean text against a person's: over 4-grams of words, counted as often as they stand there, means
 * over the articles and F1 of the means (the article-extraction-benchmark's measure). What is
 * compared is the clean text: the title and then the body.
 */
final class TextEval implements Eval {
  private static final int GRAM = 4;
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private final TextCleaner cleaner = TextCleaner.load();
  private double precision;
  private double recall;
  private int items;
  private int titles;
  private int titlesRight;
  private int dates;
  private int datesRight;

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    int read = data.forEach(this::predict);
    ObjectNode scores = Json.mapper().createObjectNode();
    Scores.put(scores, mean(precision, items), mean(recall, items));
    if (titles > 0) scores.put("title", Scores.rounded(mean(titlesRight, titles)));
    if (dates > 0) scores.put("date", Scores.rounded(mean(datesRight, dates)));
    return scores.put("items", read);
  }

  private ObjectNode predict(JsonNode item) {
    ObjectNode prediction = Json.mapper().createObjectNode().put("id", item.path("id").asText());
    CleanText clean = clean(item);
    String title = clean == null ? "" : clean.title();
    String text = clean == null ? "" : (title + '\n' + clean.body()).strip();
    LocalDate date =
        clean == null || clean.publishedAt() == null
            ? null
            : clean.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
    compare(text, item.path("gold").asText());
    judge(item, title, date);
    return prediction
        .put("gold", text)
        .put("title", title)
        .put("date", date == null ? null : date.toString());
  }

  private @Nullable CleanText clean(JsonNode item) {
    boolean html = item.hasNonNull("html");
    String text = item.path(html ? "html" : "text").asText();
    RawArticle raw =
        new RawArticle(
            "item",
            text.getBytes(StandardCharsets.UTF_8),
            html ? "text/html" : "text/plain",
            null,
            null,
            "eval",
            "item",
            Instant.EPOCH,
            false,
            Map.of());
    try {
      return cleaner.clean(raw, source -> null);
    } catch (UnreadableArticle unreadable) {
      return null;
    }
  }

  private void judge(JsonNode item, String title, @Nullable LocalDate date) {
    if (!item.path("title").asText("").isBlank()) {
      titles++;
      if (folded(item.path("title").asText()).equals(folded(title))) titlesRight++;
    }
    if (!item.path("date").asText("").isBlank() && item.hasNonNull("date")) {
      dates++;
      if (Objects.equals(item.path("date").asText(), date == null ? null : date.toString()))
        datesRight++;
    }
  }

  private void compare(String text, String gold) {
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

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static double mean(double sum, int count) {
    return count == 0 ? 0 : sum / count;
  }
}
