package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.slugline.contract.StoryChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Errors planted into a stream of real articles, and what later articles make of them. */
class StoryCorrectionsTest {
  private static final Path DATA = Path.of("../../shared/data/stories/allsides.dev.jsonl.gz");
  private static final int WANTED = 100;
  private static final int SOON = 15;

  private final MapMemory memory = new MapMemory();
  private final Map<String, String> found = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private List<Item> items = List.of();

  private record Item(Arrival arrival, String gold) {}

  /** Two articles that must end together, or apart. */
  private record Planted(String one, String two) {}

  @Test
  void ofAHundredFalseMergesAndSplitsLaterArticlesMendFourInFive() throws IOException {
    assumeThat(DATA).as("shared development data").exists();
    items = read();
    List<Planted> splits = new ArrayList<>();
    List<Planted> merges = new ArrayList<>();
    StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());

    for (int i = 0; i < items.size(); i++) {
      follow(grouper.place(items.get(i).arrival()), items.get(i).arrival().article());
      boolean planted = splits.size() < WANTED && split(i, splits);
      planted |= merges.size() < WANTED && merge(i, merges);
      if (planted) grouper = StoryGrouper.restore(memory, StorySettings.defaults());
    }

    long mended = splits.stream().filter(this::together).count();
    long parted = merges.stream().filter(pair -> !together(pair)).count();
    System.out.printf(
        "mended: %d of %d false splits, %d of %d false merges%n",
        mended, splits.size(), parted, merges.size());
    assertThat(mended).isGreaterThanOrEqualTo(splits.size() * 8 / 10);
    assertThat(parted).isGreaterThanOrEqualTo(merges.size() * 8 / 10);
    assertThat(found).containsAllEntriesOf(standing());
  }

  /** Story of each article that the grouper still knows. */
  private Map<String, String> standing() {
    Map<String, String> standing = new HashMap<>();
    for (Story story : new Records(memory).restore()) {
      story.members().forEach(member -> standing.put(member.article(), story.id()));
    }
    return standing;
  }

  private boolean together(Planted pair) {
    return found.getOrDefault(pair.one(), "").equals(found.get(pair.two()));
  }

  /** Parts the two articles of a right story of which a third will come. */
  private boolean split(int at, List<Planted> planted) {
    String gold = items.get(at).gold();
    Stories stories = Stories.restore(new Records(memory));
    Story story = stories.of(items.get(at).arrival().article());
    if (used.contains(gold) || story == null || !isRight(story, gold) || !comes(gold, at)) {
      return false;
    }
    if (story.members().size() != 2) return false;
    Member second = story.members().get(1);
    Story other = stories.open(second.article());
    stories.move(List.of(second), story, other);
    found.put(second.article(), other.id());
    used.add(gold);
    planted.add(new Planted(story.members().get(0).article(), second.article()));
    return true;
  }

  /** Makes one story of two right ones, to both of which more will come. */
  private boolean merge(int at, List<Planted> planted) {
    String gold = items.get(at).gold();
    Stories stories = Stories.restore(new Records(memory));
    Story story = stories.of(items.get(at).arrival().article());
    if (used.contains(gold) || story == null || !isRight(story, gold) || !comes(gold, at)) {
      return false;
    }
    for (int before = at - 1; before >= Math.max(0, at - SOON); before--) {
      String otherGold = items.get(before).gold();
      Story other = stories.of(items.get(before).arrival().article());
      if (otherGold.equals(gold) || used.contains(otherGold) || other == null) continue;
      if (!isRight(other, otherGold) || !comes(otherGold, at)) continue;
      planted.add(new Planted(story.members().get(0).article(), other.members().get(0).article()));
      used.add(gold);
      used.add(otherGold);
      for (Member member : story.members()) found.put(member.article(), other.id());
      stories.move(List.copyOf(story.members()), story, other);
      stories.absorb(story, other);
      return true;
    }
    return false;
  }

  private boolean isRight(Story story, String gold) {
    return story.members().stream().allMatch(member -> gold.equals(goldOf(member.article())));
  }

  private String goldOf(String article) {
    return items.stream()
        .filter(item -> item.arrival().article().equals(article))
        .map(Item::gold)
        .findFirst()
        .orElse("");
  }

  private boolean comes(String gold, int at) {
    return items.subList(at + 1, Math.min(items.size(), at + SOON)).stream()
        .anyMatch(item -> item.gold().equals(gold));
  }

  private void follow(Placed placed, String article) {
    found.put(article, placed.story().id());
    for (Change change : placed.changes()) {
      if (change.kind() == StoryChange.Kind.CLOSED) continue;
      change.articles().forEach(moved -> found.put(moved, change.story()));
    }
  }

  private static List<Item> read() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Featurizer featurizer = Featurizer.load();
    List<Item> items = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode item = mapper.readTree(line);
        String title = item.path("title").asText();
        items.add(
            new Item(
                new Arrival(
                    item.path("id").asText(),
                    item.path("source").asText(),
                    title,
                    LocalDate.parse(item.path("date").asText())
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC),
                    null,
                    null,
                    featurizer.features(
                        "eng", title, item.path("text").asText(), List.of(), List.of())),
                item.path("story").asText()));
      }
    }
    return items;
  }
}
