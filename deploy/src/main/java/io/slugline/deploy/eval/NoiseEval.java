package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Cut;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.text.CleanText;
import io.slugline.enrich.text.LineMemories;
import io.slugline.enrich.text.TextCleaner;
import io.slugline.enrich.text.UnreadableArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;

/**
 * Noise in text without markup, line by line. Each item is handed to the cleaner as an article in
 * JSON whose every character takes six bytes, so that a cut's bytes tell the characters it hit.
 * What a source repeats is learned in the file's order.
 */
final class NoiseEval implements Eval {
  private static final int WIDTH = 6;

  private final TextCleaner cleaner = TextCleaner.load();
  private final LineMemories memories = new LineMemories();
  private long right;
  private long wrong;
  private long missed;
  private long contentCharacters;
  private long contentLost;

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    int items = data.forEach(this::predict);
    ObjectNode scores = Json.mapper().createObjectNode();
    Scores.put(
        scores.putObject("noise"), share(right, right + wrong), share(right, right + missed));
    scores.put("contentLost", Math.round(1e6 * share(contentLost, contentCharacters)) / 1e6);
    return scores.put("items", items);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private ObjectNode predict(JsonNode item) {
    BitSet cut = cut(item);
    ObjectNode prediction = Json.mapper().createObjectNode().put("id", item.path("id").asText());
    ArrayNode lines = prediction.putArray("lines");
    int at = 0;
    for (JsonNode line : item.path("lines")) {
      String text = line.path("t").asText();
      int seen = 0;
      int lost = 0;
      for (int i = 0; i < text.length(); i++) {
        if (Character.isWhitespace(text.charAt(i))) continue;
        seen++;
        if (cut.get(at + i)) lost++;
      }
      boolean noise = seen > 0 && lost * 2 >= seen;
      count(line.path("label").asText(), noise, seen, lost);
      lines.addObject().put("t", text).put("label", noise ? "noise" : "content");
      at += text.length() + 1;
    }
    return prediction;
  }

  private void count(String label, boolean noise, int seen, int lost) {
    if (label.equals("noise")) {
      if (noise) right++;
      else missed++;
    } else if (label.equals("content")) {
      if (noise) wrong++;
      contentCharacters += seen;
      contentLost += lost;
    }
  }

  /** Which characters of the item's lines, joined by line feeds, are cut. */
  private BitSet cut(JsonNode item) {
    StringBuilder text = new StringBuilder();
    item.path("lines").forEach(line -> text.append(line.path("t").asText()).append('\n'));
    String source = item.path("source").asText();
    String head =
        "{\"source\":\""
            + wide(source)
            + "\",\"title\":\""
            + wide(item.path("title").asText())
            + "\",\"text\":\"";
    BitSet cut = new BitSet(text.length());
    try {
      CleanText clean = clean(head + wide(text) + "\"}", source);
      for (Cut span : clean.cuts()) {
        cut.set(
            Math.max(0, span.rawStart() - head.length()) / WIDTH,
            Math.max(0, span.rawEnd() - head.length()) / WIDTH);
      }
    } catch (UnreadableArticle unreadable) {
      // A dead letter: nothing of it reaches anyone.
      cut.set(0, text.length());
    }
    return cut;
  }

  private CleanText clean(String json, String source) {
    RawArticle raw =
        new RawArticle(
            "item",
            json.getBytes(StandardCharsets.US_ASCII),
            "application/json",
            null,
            null,
            "eval",
            "item",
            Instant.EPOCH,
            false,
            Map.of());
    CleanText clean = cleaner.clean(raw, name -> memories.known(source));
    memories.learn(source, clean.lines(), raw.arrivedAt());
    return clean;
  }

  private static String wide(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() * WIDTH);
    for (int i = 0; i < text.length(); i++)
      out.append(String.format("\\u%04x", (int) text.charAt(i)));
    return out.toString();
  }
}
