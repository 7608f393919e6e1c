package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.Json;
import io.slugline.contract.RawMap;
import io.slugline.contract.Span;
import io.slugline.contract.StorySnapshot;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Articles with their sentences and nothing else: the bench's watches ask for words only. */
final class MatchArticles {
  private static final Instant NOW = Instant.EPOCH;

  private MatchArticles() {}

  static List<EnrichedArticle> read(List<String> lines) throws IOException {
    Tokenizer tokenizer = Tokenizer.load();
    List<EnrichedArticle> articles = new ArrayList<>();
    for (String line : lines) articles.add(article(Json.mapper().readTree(line), tokenizer));
    return articles;
  }

  private static EnrichedArticle article(JsonNode line, Tokenizer tokenizer) {
    String title = line.path("title").asText("");
    String text = line.path("text").asText("");
    String body = title.isBlank() && text.isBlank() ? "-" : text;
    String id = line.path("id").asText("article");
    return new EnrichedArticle(
        id,
        1,
        id,
        null,
        null,
        title,
        RawMap.uniform(0, 1),
        body,
        RawMap.uniform(title.length(), 1),
        List.of(),
        "eng",
        List.of(),
        "full",
        null,
        null,
        null,
        NOW,
        false,
        sentences(tokenizer.tokenize(body)),
        List.of(),
        List.of(),
        List.of(),
        new StorySnapshot(id, title, null, NOW, NOW, List.of(id), 1, 1, 1, List.of(), null),
        new Grouping(0, null, List.of(), List.of()),
        id,
        1,
        Map.of(),
        null);
  }

  private static List<Span> sentences(Tokens tokens) {
    List<Span> sentences = new ArrayList<>();
    for (int i = 0; i < tokens.sentenceCount(); i++) sentences.add(tokens.sentence(i));
    return sentences;
  }
}
