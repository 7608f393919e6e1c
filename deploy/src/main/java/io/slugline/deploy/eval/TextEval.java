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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Clean text against a person's, by {@link Grams}. What is compared is the clean text: the title
 * and then the body; of a peer, the text that it gives.
 */
final class TextEval implements Eval {
  private final TextCleaner cleaner = TextCleaner.load();
  private final Grams ours = new Grams();
  private final Map<String, Grams> theirs = new TreeMap<>();
  private Map<String, UnaryOperator<String>> peers = Map.of();
  private int titles;
  private int titlesRight;
  private int dates;
  private int datesRight;

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    if (data.peers()) peers = TextPeers.load();
    int read = data.forEach(this::predict);
    ObjectNode scores = Json.mapper().createObjectNode();
    ours.put(scores);
    theirs.forEach((name, grams) -> grams.put(scores.putObject(name)));
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
    ours.add(text, item.path("gold").asText());
    peers.forEach((name, peer) -> compare(name, peer, item));
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

  private void compare(String name, UnaryOperator<String> peer, JsonNode item) {
    if (!item.hasNonNull("html")) return;
    String text = peer.apply(item.path("html").asText());
    theirs.computeIfAbsent(name, any -> new Grams()).add(text, item.path("gold").asText());
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static double mean(double sum, int count) {
    return count == 0 ? 0 : sum / count;
  }
}
