package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Featurizer;
import io.slugline.enrich.story.StoryFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes arrivals of the items of {@code copies} and {@code stories}. */
public final class StoryItems {
  private final Featurizer featurizer = Featurizer.load();

  /** One line of the input, its text taken as clean. */
  public Arrival arrival(JsonNode item) {
    String title = item.path("title").asText("");
    StoryFeatures features =
        featurizer.features(
            language(item), title, item.path("text").asText(), List.of(), List.of());
    String source = item.path("source").isTextual() ? item.path("source").asText() : null;
    return new Arrival(
        item.path("id").asText(), source, title, date(item.path("date")), null, null, features);
  }

  /** Every line of a file. */
  public static List<JsonNode> read(Path file) throws IOException {
    return EvalData.read(file);
  }

  static String language(JsonNode item) {
    return item.path("lang").asText("eng");
  }

  /** When an item was published; null where it does not say. */
  static @Nullable Instant date(JsonNode date) {
    if (!date.isTextual()) return null;
    String text = date.asText();
    if (text.length() == 10) return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }
}
