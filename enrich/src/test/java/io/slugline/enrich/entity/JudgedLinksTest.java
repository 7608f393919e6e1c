package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.enrich.language.Languages;
import io.slugline.enrich.token.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What is linked is right: 300 mentions judged by hand, kept as places and ids. */
class JudgedLinksTest {
  private static final Path SHARED = Path.of("../../shared");
  private static final Path NEWSWIRE = SHARED.resolve("data/entities/world-newswire.dev.jsonl.gz");

  /** One judged place; {@code entity} is "-" where the gazetteer has none. */
  private record Judged(String set, String text, int start, int end, String entity) {}

  private final Tokenizer tokenizer = Tokenizer.load();

  @Test
  void ninetyFiveOfAHundredLinksAreRight() throws IOException {
    assumeTrue(Files.exists(NEWSWIRE), "skipped: the shared data folder is not here");
    Map<String, List<Judged>> judged = judged();
    Map<String, String> texts = texts(judged.keySet());
    EntityTagger tagger = EntityTagger.load();

    int[] counts = new int[4];
    judged.forEach(
        (id, places) -> count(places, tag(tagger, Objects.requireNonNull(texts.get(id))), counts));

    int linked = counts[0] + counts[1];
    System.out.printf(
        "linking: %d places, %d linked, %d of them right (precision %.3f), %d ambiguous, %d"
            + " without an entity or not found%n",
        linked + counts[2] + counts[3],
        linked,
        counts[0],
        counts[0] / (double) linked,
        counts[2],
        counts[3]);
    assertThat(linked).isGreaterThan(100);
    assertThat(counts[0] / (double) linked).isGreaterThanOrEqualTo(.95);
  }

  private Map<String, Mention> tag(EntityTagger tagger, String text) {
    Map<String, Mention> found = new HashMap<>();
    for (Mention mention :
        tagger.tag(
            tokenizer.tokenize("", "eng"), tokenizer.tokenize(text, "eng"), Languages.of("eng"))) {
      if (mention.type().compareTo(MentionType.LOCATION) <= 0) {
        found.put(mention.start() + "-" + mention.end(), mention);
      }
    }
    return found;
  }

  private static void count(List<Judged> places, Map<String, Mention> found, int[] counts) {
    for (Judged place : places) {
      Mention mention = found.get(place.start() + "-" + place.end());
      if (mention == null) counts[3]++;
      else if (mention.entity() != null) counts[mention.entity().equals(place.entity()) ? 0 : 1]++;
      else counts[mention.rivals().isEmpty() ? 3 : 2]++;
    }
  }

  private static Map<String, List<Judged>> judged() throws IOException {
    Map<String, List<Judged>> judged = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    JudgedLinksTest.class.getResourceAsStream("judged-links.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] columns = line.split("\t");
        Judged place =
            new Judged(
                columns[0],
                columns[1],
                Integer.parseInt(columns[2]),
                Integer.parseInt(columns[3]),
                columns[4]);
        judged.computeIfAbsent(place.text(), id -> new ArrayList<>()).add(place);
      }
    }
    return judged;
  }

  private static Map<String, String> texts(Set<String> ids) throws IOException {
    Map<String, String> texts = new HashMap<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(NEWSWIRE)), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().collect(Collectors.toList())) {
        JsonNode row = json.readTree(line);
        String id = row.get("id").asText();
        if (ids.contains(id)) texts.put(id, row.get("text").asText());
      }
    }
    for (String id : ids) {
      Path seed = SHARED.resolve("seeds").resolve(id);
      if (Files.exists(seed)) texts.put(id, Files.readString(seed));
    }
    return texts;
  }
}
