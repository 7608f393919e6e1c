package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.RawMap;
import io.slugline.contract.Span;
import io.slugline.contract.StorySnapshot;
import io.slugline.enrich.entity.EntityTagger;
import io.slugline.enrich.token.Tokenizer;
import io.slugline.enrich.token.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the article that a watch sees out of a text at hand, without Kafka. */
public final class ArticleMaker {
  private static final Instant NOW = Instant.EPOCH;
  private final Tokenizer tokenizer = Tokenizer.load();
  private final EntityTagger tagger = EntityTagger.load();

  /** One line of JSON Lines: {@code id, title, text, source, lang}, all but the text optional. */
  public EnrichedArticle fromJson(JsonNode line) {
    String language = line.path("lang").asText("eng");
    String source = line.path("source").isTextual() ? line.path("source").asText() : null;
    return make(
        line.path("id").asText("article"),
        source,
        line.path("title").asText(""),
        line.path("text").asText(""),
        language);
  }

  /** An article that is nothing but a text. */
  public EnrichedArticle fromText(String text) {
    return make("article", null, "", text, "eng");
  }

  private EnrichedArticle make(
      String id, @Nullable String source, String title, String text, String language) {
    String body = title.isBlank() && text.isBlank() ? "-" : text;
    Tokens titleTokens = tokenizer.tokenize(title, language);
    Tokens bodyTokens = tokenizer.tokenize(body, language);
    return new EnrichedArticle(
        id,
        1,
        id,
        source,
        null,
        title,
        RawMap.uniform(0, 1),
        body,
        RawMap.uniform(title.length(), 1),
        List.of(),
        language,
        "gazetteer",
        null,
        null,
        null,
        NOW,
        false,
        sentences(bodyTokens),
        tagger.tag(titleTokens, bodyTokens, language),
        List.of(),
        new StorySnapshot(id, title, null, NOW, NOW, List.of(id), 1, 1, 1, List.of()),
        new Grouping(0, null, List.of(), List.of()),
        id,
        1,
        Map.of());
  }

  private static List<Span> sentences(Tokens tokens) {
    List<Span> sentences = new ArrayList<>();
    for (int i = 0; i < tokens.sentenceCount(); i++) {
      if (tokens.endToken(i) > tokens.firstToken(i)) sentences.add(tokens.sentence(i));
    }
    return sentences;
  }
}
