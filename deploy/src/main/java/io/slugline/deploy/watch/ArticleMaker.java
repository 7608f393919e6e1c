package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.Enricher;
import io.slugline.enrich.text.UnreadableArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes the article that a watch sees out of a text at hand, as enrich does and without Kafka. */
public final class ArticleMaker {
  private final Enricher enricher;

  public ArticleMaker() {
    this(Enricher.load());
  }

  /** Uses models that are loaded already. */
  public ArticleMaker(Enricher enricher) {
    this.enricher = enricher;
  }

  /** One line of JSON Lines, as the inbox takes it; empty when there is no text in it. */
  public Optional<EnrichedArticle> fromJson(JsonNode line) {
    return from(line.toString().getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /** An English text, as an analyst writes an example. */
  public Optional<EnrichedArticle> fromText(String text) {
    ObjectNode line = Json.mapper().createObjectNode();
    return fromJson(line.put("id", "example").put("text", text).put("lang", "eng"));
  }

  /** The bytes of a file. */
  Optional<EnrichedArticle> from(byte[] bytes, String mediaType) {
    RawArticle raw =
        new RawArticle(
            "article", bytes, mediaType, null, null, "hand", "-", Instant.EPOCH, false, Map.of());
    try {
      return Optional.of(enricher.alone(raw));
    } catch (UnreadableArticle e) {
      return Optional.empty();
    }
  }
}
