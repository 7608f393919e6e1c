package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.enrich.story.Glimpse;
import io.slugline.enrich.story.Links;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryGrouper;
import io.slugline.enrich.story.StoryMemory;
import io.slugline.enrich.story.StorySettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Links between two halves of one language's outlets that know nothing of each other's words: there
 * are no stories in two languages of which anybody said which belong together.
 */
class LinksTest {
  private static final Path DATA = Path.of("../../shared/data/stories/allsides.dev.jsonl.gz");

  private final Map<String, StoryGrouper> groupers = new HashMap<>();
  private final Links links = new Links();
  private final Map<String, String> goldOf = new HashMap<>();
  private final Map<String, Set<String>> languages = new HashMap<>();
  private final Set<String> linked = new HashSet<>();
  private int right;
  private int all;

  @Test
  void fourInFiveLinksBetweenStrangersAreRight() throws IOException {
    assumeThat(DATA).as("shared development data").exists();
    Enricher enricher = Enricher.load();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(Json.mapper().readTree(line), enricher);
      }
    }
    long both = languages.values().stream().filter(all -> all.size() == 2).count();
    System.out.printf(
        "links: %d of %d right, %d of %d stories told in both%n", right, all, linked.size(), both);
    assertThat(right).isGreaterThanOrEqualTo(all * 8 / 10);
    assertThat(linked.size()).isGreaterThanOrEqualTo((int) both / 4);
  }

  private void take(JsonNode item, Enricher enricher) {
    String language = item.path("source").asText().hashCode() % 2 == 0 ? "one" : "two";
    String gold = item.path("story").asText();
    languages.computeIfAbsent(gold, any -> new HashSet<>()).add(language);
    TaggedArticle article = enricher.enrich(raw(item), source -> null).article();
    StoryGrouper grouper =
        groupers.computeIfAbsent(
            language, any -> StoryGrouper.restore(StoryMemory.none(), StorySettings.defaults()));
    Placed placed = grouper.place(article.arrival());
    if (placed.grouping().nearest() != null) return;
    Glimpse glimpse = Glimpse.of(language, placed, article.arrival());
    goldOf.put(glimpse.story(), gold);
    if (!glimpse.isTelling()) return;
    links.outdated(glimpse.at());
    for (Links.Link link : links.take(glimpse)) {
      all++;
      if (!gold.equals(goldOf.get(link.first().story()))) continue;
      right++;
      linked.add(gold);
    }
  }

  private static RawArticle raw(JsonNode item) {
    Instant at =
        LocalDate.parse(item.path("date").asText()).atStartOfDay().toInstant(ZoneOffset.UTC);
    String text = item.path("title").asText() + "\n\n" + item.path("text").asText();
    return new RawArticle(
        item.path("id").asText(),
        text.getBytes(StandardCharsets.UTF_8),
        "text/plain",
        null,
        "UTF-8",
        item.path("source").asText(),
        "item",
        at,
        false,
        Map.of());
  }
}
