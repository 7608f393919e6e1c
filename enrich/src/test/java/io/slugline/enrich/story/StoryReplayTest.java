package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.StoryChange;
import io.slugline.contract.StorySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any stream: no clock, no chance, nothing that is only in the heap. */
class StoryReplayTest {
  private static final Instant START = Instant.parse("2024-03-04T08:00:00Z");
  private static final Featurizer FEATURIZER = Featurizer.load();
  private static final int WORDS = 400;

  @Property(tries = 40)
  void aGrouperRestoredAtAnyPlaceGoesOnAsIfItHadNeverStopped(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 79) int restart) {
    List<Arrival> stream = stream(seed, 80);
    MapMemory unbroken = new MapMemory();
    MapMemory broken = new MapMemory();
    StoryGrouper one = StoryGrouper.restore(unbroken, StorySettings.defaults());
    StoryGrouper two = StoryGrouper.restore(broken, StorySettings.defaults());

    for (int i = 0; i < stream.size(); i++) {
      if (i == restart) two = StoryGrouper.restore(broken, StorySettings.defaults());
      String expected = one.place(stream.get(i)).toString();
      assertThat(two.place(stream.get(i)).toString()).isEqualTo(expected);
    }

    assertThat(broken.keys()).isEqualTo(unbroken.keys());
  }

  @Property(tries = 25)
  void aReaderOfTheRecordsKnowsTheStoryOfEveryArticle(@ForAll long seed) {
    MapMemory memory = new MapMemory();
    StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());
    Map<String, String> read = new HashMap<>();

    for (Arrival arrival : stream(seed, 80)) {
      Placed placed = grouper.place(arrival);
      read.put(arrival.article(), placed.story().id());
      for (Change change : placed.changes()) follow(change, read);
      assertThat(read).containsAllEntriesOf(state(memory));
      assertThat(new HashSet<>(read.values())).hasSameElementsAs(state(memory).values());
    }
  }

  @Property(tries = 20)
  void whoComesAfterCompactionKnowsTheSameAsWhoReadEverything(@ForAll long seed) {
    MapMemory memory = new MapMemory();
    StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());
    Map<String, String> everything = new HashMap<>();
    LateReader late = new LateReader();
    long sequence = 0;

    for (Arrival arrival : stream(seed, 120)) {
      Placed placed = grouper.place(arrival);
      everything.put(arrival.article(), placed.story().id());
      late.article(arrival.article(), placed.story(), ++sequence);
      for (Change change : placed.changes()) {
        follow(change, everything);
        late.compacted(change.numbered("eng", ++sequence));
      }
    }

    assertThat(late.state()).isEqualTo(everything);
    assertThat(late.state()).containsAllEntriesOf(state(memory));
    assertThat(new HashSet<>(late.state().values())).hasSameElementsAs(state(memory).values());
  }

  @Property(tries = 25)
  void whatAPersonPartedIsNeverOneStoryAgainAndWhatAPersonJoinedStays(
      @ForAll long seed, @ForAll @IntRange(min = 10, max = 70) int at) {
    StoryGrouper grouper = StoryGrouper.restore(new MapMemory(), StorySettings.defaults());
    List<Arrival> stream = stream(seed, 80);
    Map<String, String> read = new HashMap<>();
    List<Change> orders = List.of();
    Map<String, String> ordered = Map.of();

    for (int i = 0; i < stream.size(); i++) {
      Placed placed = grouper.place(stream.get(i));
      read.put(stream.get(i).article(), placed.story().id());
      for (Change change : placed.changes()) follow(change, read);
      if (i == at) {
        String article = stream.get(i).article();
        String story = placed.story().id();
        Instant now = placed.story().lastSeenAt();
        orders = grouper.split(story, List.of(article), "ann", now);
        if (orders.isEmpty()) {
          String other = read.getOrDefault(stream.get(i - 3).article(), story);
          orders = grouper.merge(story, other, "ann", now);
        }
        for (Change change : orders) follow(change, read);
        ordered = standing(orders, read);
      }
      Map<String, String> open = new HashMap<>(ordered);
      open.keySet().retainAll(read.keySet());
      assertThat(relations(open, read)).isEqualTo(relations(open, ordered));
    }
  }

  /** The articles of the stories that an order was about, each with its story. */
  private static Map<String, String> standing(List<Change> orders, Map<String, String> read) {
    Map<String, String> standing = new HashMap<>(read);
    standing
        .values()
        .removeIf(
            story ->
                orders.stream()
                    .noneMatch(o -> o.story().equals(story) || o.others().contains(story)));
    return standing;
  }

  /** Which of the articles stand together. */
  private static Set<String> relations(Map<String, String> articles, Map<String, String> read) {
    Set<String> together = new TreeSet<>();
    for (String one : articles.keySet()) {
      for (String other : articles.keySet()) {
        String story = read.get(one);
        if (story != null && story.equals(read.get(other))) together.add(one + ' ' + other);
      }
    }
    return together;
  }

  @Property(tries = 10)
  void nothingIsLeftOfArticlesOlderThanTheWindow(@ForAll long seed) {
    MapMemory memory = new MapMemory();
    StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());
    List<Arrival> stream = stream(seed, 60);
    stream.forEach(grouper::place);

    List<Change> closed = grouper.close(START.plus(Duration.ofDays(60)));

    assertThat(closed).isNotEmpty();
    assertThat(closed).extracting(Change::kind).containsOnly(StoryChange.Kind.CLOSED);
    assertThat(memory.keys()).isEmpty();
  }

  @Property(tries = 20)
  void featuresSurviveTheirByteForm(@ForAll long seed) {
    StoryFeatures features = stream(seed, 1).get(0).features();

    StoryFeatures read = StoryFeatures.fromBytes(features.toBytes());
    StoryFeatures again =
        StoryFeatures.of(
            read.length(),
            read.text(),
            read.title(),
            new Sparse[] {read.names(), read.phrases(), read.numbers()},
            read.sketch(),
            read.labels());

    assertThat(read.text().size()).isPositive();
    assertThat(again.toBytes()).isEqualTo(features.toBytes());
    assertThat(features.kept(true).toBytes().length).isLessThan(2_000);
  }

  private static void follow(Change change, Map<String, String> read) {
    if (change.kind() == StoryChange.Kind.CLOSED) read.values().removeIf(change.story()::equals);
    if (change.kind() == StoryChange.Kind.MERGED) {
      // What is older than the window goes with its story.
      read.replaceAll((id, story) -> change.others().contains(story) ? change.story() : story);
    }
    change.articles().forEach(article -> read.put(article, change.story()));
  }

  private static Map<String, String> state(MapMemory memory) {
    Map<String, String> state = new HashMap<>();
    for (Story story : new Records(memory).restore()) {
      StorySnapshot snapshot = story.snapshot(StorySettings.defaults());
      snapshot.articles().forEach(article -> state.put(article, snapshot.id()));
    }
    return state;
  }

  /** Articles of a few happenings, each with words of its own, some with words of two. */
  private static List<Arrival> stream(long seed, int size) {
    Random random = new Random(seed);
    List<Arrival> stream = new ArrayList<>();
    Instant at = START;
    for (int i = 0; i < size; i++) {
      at = at.plus(Duration.ofMinutes(random.nextInt(900)));
      int happening = random.nextInt(8);
      int other = random.nextInt(4) == 0 ? random.nextInt(8) : happening;
      String body = text(random, happening) + ' ' + text(random, other);
      String title = random.nextInt(5) == 0 ? "" : text(random, happening).substring(0, 40);
      stream.add(
          new Arrival(
              "a" + i,
              "outlet" + random.nextInt(6),
              title,
              at,
              null,
              null,
              FEATURIZER.features("eng", title, body, List.of(), List.of())));
    }
    return stream;
  }

  private static String text(Random random, int happening) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      int word = random.nextInt(3) == 0 ? random.nextInt(WORDS) : random.nextInt(25);
      text.append(random.nextInt(3) == 0 ? "Zor" : "vem").append(happening).append("qu");
      text.append(Integer.toString(word, 36)).append(i % 9 == 8 ? ". " : " ");
    }
    return text.toString();
  }
}
