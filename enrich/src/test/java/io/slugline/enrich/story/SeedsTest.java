package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.StorySnapshot;
import io.slugline.enrich.Enricher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Five outlets retell one report, each in its own noise, in a week with other news. */
class SeedsTest {
  private static final Path SEEDS = Path.of("../../shared/seeds");
  private static final Path OTHERS = Path.of("../../shared/data/load/articles.jsonl.gz");
  private static final Instant WEEK = Instant.parse("2023-11-27T00:00:00Z");
  private static final int OTHER_ARTICLES = 2_000;

  private final Enricher enricher = Enricher.load();
  private final Featurizer featurizer = Featurizer.load();
  private final StoryGrouper grouper =
      StoryGrouper.restore(new MapMemory(), StorySettings.defaults());

  @Test
  void fiveTextsOfOneReportAreOneStoryOfExactlyFiveAmidTwoThousandOthers() throws IOException {
    assumeThat(SEEDS).as("shared seeds").exists();
    assumeThat(OTHERS).as("shared load articles").exists();
    List<String> seeds = new ArrayList<>();
    List<JsonNode> others = others();

    StorySnapshot story = null;
    for (int i = 0; i < others.size(); i++) {
      Instant at = WEEK.plus(Duration.ofMinutes(5L * i));
      grouper.place(other("other-" + i, others.get(i), at));
      if (i % 400 == 200) {
        String name = "00" + seeds.size() + ".txt";
        seeds.add(name);
        story = grouper.place(seed(name, at)).story();
      }
    }
    for (int i = 0; i < 20; i++) {
      grouper.place(
          other("late-" + i, others.get(i * 7), WEEK.plus(Duration.ofMinutes(10_000 + i))));
    }

    assertThat(Objects.requireNonNull(story).articles()).containsExactlyElementsOf(seeds);
    assertThat(story.articleCount()).isEqualTo(5);
  }

  private Arrival seed(String name, Instant at) throws IOException {
    byte[] bytes = Files.readAllBytes(SEEDS.resolve(name));
    RawArticle raw =
        new RawArticle(
            name, bytes, "text/plain", null, "UTF-8", "seeds", name, at, false, Map.of());
    EnrichedArticle clean = enricher.alone(raw);
    StoryFeatures features =
        featurizer.features(
            clean.language(), clean.title(), clean.body(), clean.mentions(), List.of());
    return new Arrival(name, null, clean.title(), at, null, clean.place(), features);
  }

  private Arrival other(String id, JsonNode item, Instant at) {
    String title = item.path("title").asText();
    StoryFeatures features =
        featurizer.features("eng", title, item.path("text").asText(), List.of(), List.of());
    return new Arrival(id, item.path("source").asText(), title, at, null, null, features);
  }

  private static List<JsonNode> others() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> others = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(OTHERS)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine();
          line != null && others.size() < OTHER_ARTICLES;
          line = lines.readLine()) {
        others.add(mapper.readTree(line));
      }
    }
    return others;
  }
}
