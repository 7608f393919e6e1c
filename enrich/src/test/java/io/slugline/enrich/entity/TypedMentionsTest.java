package io.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.contract.Span;
import io.slugline.enrich.token.Tokenizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Weapons and quantities against re3d: every second document was looked at while the rules were
 * made, the others are counted here. A mention is right where it overlaps a marked one.
 */
class TypedMentionsTest {
  private static final Path SHARED = Path.of("../../shared/data");
  private static final Path RE3D = SHARED.resolve("entities/re3d.jsonl.gz");
  private static final Set<String> WEAPON = Set.of("Weapon", "MilitaryPlatform");
  private static final Set<String> QUANTITY = Set.of("Quantity", "Money");

  private final ObjectMapper json = new ObjectMapper();
  private final Tokenizer tokenizer = Tokenizer.load();
  private final Measures measures = new Measures();
  private final Weapons weapons = new Weapons();
  private final Ships ships = new Ships();

  @Test
  void theRulesBeatAPlainWordList() throws IOException {
    assumeTrue(Files.exists(RE3D), "skipped: the shared data folder is not here");
    Set<String> words = plainWords();
    Score rules = new Score();
    Score list = new Score();
    Score quantities = new Score();

    for (JsonNode row : unseenHalf()) {
      Passage passage =
          new Passage(Field.BODY, tokenizer.tokenize(row.get("text").asText(), "eng"));
      rules.add(marked(row, WEAPON), arms(passage));
      list.add(marked(row, WEAPON), listed(passage, words));
      quantities.add(marked(row, QUANTITY), spans(measures.find(passage)));
    }

    System.out.printf(
        "re3d, half not looked at: weapons and platforms %s, plain word list %s, quantities %s%n",
        rules, list, quantities);
    assertThat(rules.f1()).isGreaterThan(list.f1());
    assertThat(quantities.f1()).isGreaterThan(.5);
  }

  private List<Span> arms(Passage passage) {
    List<Span> found = spans(weapons.find(passage, List.of(), "1"));
    found.addAll(spans(ships.find(passage, List.of())));
    return found;
  }

  private static List<Span> spans(List<Mention> mentions) {
    return new ArrayList<>(mentions.stream().map(Mention::span).toList());
  }

  private static List<Span> listed(Passage passage, Set<String> words) {
    List<Span> found = new ArrayList<>();
    for (int token = 0; token < passage.size(); token++) {
      String word = passage.small(token);
      String single = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (words.contains(word) || words.contains(single)) {
        found.add(passage.tokens().span(token, token + 1));
      }
    }
    return found;
  }

  private static List<Span> marked(JsonNode row, Set<String> types) {
    List<Span> marked = new ArrayList<>();
    for (JsonNode mention : row.get("mentions")) {
      if (types.contains(mention.get("type").asText())) {
        marked.add(new Span(mention.get("start").asInt(), mention.get("end").asInt()));
      }
    }
    return marked;
  }

  private List<JsonNode> unseenHalf() throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RE3D)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line : lines.lines().toList()) {
        if (number++ % 2 == 1) rows.add(json.readTree(line));
      }
    }
    return rows;
  }

  private Set<String> plainWords() throws IOException {
    Set<String> words = new HashSet<>();
    try (Stream<String> lines = Files.lines(SHARED.resolve("gazetteers/weapons_wordnet.jsonl"))) {
      for (String line : lines.toList()) {
        json.readTree(line)
            .get("terms")
            .forEach(term -> words.add(term.asText().toLowerCase(Locale.ROOT)));
      }
    }
    return words;
  }

  /** Counts of what was found and what was marked, and how many of each were right. */
  private static final class Score {
    private int found;
    private int right;
    private int marked;
    private int met;

    void add(List<Span> gold, List<Span> spans) {
      found += spans.size();
      marked += gold.size();
      right += (int) spans.stream().filter(span -> meets(span, gold)).count();
      met += (int) gold.stream().filter(span -> meets(span, spans)).count();
    }

    private static boolean meets(Span span, List<Span> others) {
      return others.stream()
          .anyMatch(other -> span.start() < other.end() && other.start() < span.end());
    }

    double f1() {
      double precision = right / (double) Math.max(1, found);
      double recall = met / (double) Math.max(1, marked);
      return 2 * precision * recall / Math.max(1e-9, precision + recall);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "P %.3f R %.3f F1 %.3f",
          right / (double) Math.max(1, found),
          met / (double) Math.max(1, marked),
          f1());
    }
  }
}
