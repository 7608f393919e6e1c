package io.slugline.alerting.lifecycle;

import static io.slugline.alerting.Samples.minute;
import static io.slugline.alerting.lifecycle.Desk.SHIPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import io.slugline.contract.Severity;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The records of {@code alerts} tell the whole history: whatever happened, in whatever order, each
 * alert's records are numbered without a gap, and the last one is how the alert stands.
 */
class HistoryTest {
  private static final Watch PORTS =
      Samples.watch("ports", Severity.CRITICAL, WatchState.LIVE, "harbour");
  private static final int TURNS = 80;

  private final Desk desk = new Desk();
  private final Map<String, List<String>> stories = new TreeMap<>();
  private final List<String> ended = new ArrayList<>();
  private int articles;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatIsToldIsAllThatHappened(long seed) {
    Random random = new Random(seed);
    for (int turn = 1; turn <= TURNS; turn++) {
      happens(random, turn);
      if (random.nextInt(10) == 0) desk.restart();
    }

    Map<String, List<Alert>> histories = new LinkedHashMap<>();
    for (Alert alert : desk.told) {
      histories.computeIfAbsent(alert.alert(), id -> new ArrayList<>()).add(alert);
    }
    histories.values().forEach(HistoryTest::isWhole);
    assertThat(standing(histories)).isEqualTo(remembered());
  }

  private static void isWhole(List<Alert> history) {
    assertThat(history)
        .extracting(Alert::version)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, history.size()).boxed().toList());
    assertThat(history).allMatch(alert -> !alert.reason().isBlank());
    assertThat(history.get(history.size() - 1).pages())
        .isEqualTo((int) history.stream().filter(Alert::page).count());
    assertThat(history).noneMatch(alert -> alert.change() == Alert.Change.MERGED && alert.page());
  }

  /** How the records say that things stand; what ended in a merge stands nowhere. */
  private static Map<String, String> standing(Map<String, List<Alert>> histories) {
    Map<String, String> standing = new TreeMap<>();
    for (List<Alert> history : histories.values()) {
      Alert last = history.get(history.size() - 1);
      boolean isOver = last.change() == Alert.Change.MERGED && last.state() == Alert.State.RESOLVED;
      if (isOver && last.reason().contains("goes on")) continue;
      List<String> by = last.evidence().stream().map(Evidence::article).toList();
      standing.put(last.alert(), words(last.story(), last.state(), last.ack(), last.silence(), by));
    }
    return standing;
  }

  private Map<String, String> remembered() {
    Map<String, String> remembered = new TreeMap<>();
    desk.shelf.each(
        story ->
            story
                .alerts()
                .forEach(
                    alert -> assertThat(remembered.put(alert.id(), words(story, alert))).isNull()));
    return remembered;
  }

  private static String words(StoryAlerts story, AlertState alert) {
    Standing now = alert.standing();
    List<String> by = alert.matched().stream().map(MatchedArticle::article).toList();
    return words(story.id(), now.state(), now.ack(), alert.silence(), by);
  }

  private static String words(
      String story,
      Alert.State state,
      Alert.@Nullable Acknowledgement ack,
      @Nullable String silence,
      List<String> by) {
    return story + " " + state + " " + ack + " " + silence + " " + by;
  }

  private void happens(Random random, int turn) {
    switch (random.nextInt(8)) {
      case 0 -> merge(random, turn);
      case 1 -> split(random, turn);
      case 2 -> order(random, turn, Action.Kind.ACKNOWLEDGE);
      case 3 -> order(random, turn, Action.Kind.SILENCE);
      case 4 -> desk.tick(random.nextInt(6) == 0 ? turn + 721 : turn);
      default -> article(random);
    }
  }

  private void article(Random random) {
    String story = "s" + random.nextInt(6);
    if (ended.contains(story)) return;
    List<String> known = stories.computeIfAbsent(story, id -> new ArrayList<>());
    known.add("a" + articles++);
    Watch[] matching =
        switch (random.nextInt(4)) {
          case 0 -> new Watch[] {};
          case 1 -> new Watch[] {PORTS};
          case 2 -> new Watch[] {SHIPS};
          default -> new Watch[] {SHIPS, PORTS};
        };
    desk.article(story, String.join(" ", known), matching);
  }

  private void merge(Random random, int turn) {
    if (stories.size() < 2) return;
    String survivor = any(random, List.copyOf(stories.keySet()));
    String other = any(random, List.copyOf(stories.keySet()));
    if (survivor.equals(other)) return;
    known(survivor).addAll(known(other));
    stories.remove(other);
    ended.add(other);
    desk.change(Samples.change(StoryChange.Kind.MERGED, survivor, List.of(other), List.of(), turn));
  }

  private void split(Random random, int turn) {
    if (ended.isEmpty() || stories.isEmpty()) return;
    String origin = any(random, List.copyOf(stories.keySet()));
    String part = any(random, ended);
    String article = any(random, known(origin));
    known(origin).remove(article);
    if (known(origin).isEmpty()) stories.remove(origin);
    stories.put(part, new ArrayList<>(List.of(article)));
    ended.remove(part);
    desk.change(
        Samples.change(StoryChange.Kind.SPLIT, part, List.of(origin), List.of(article), turn));
  }

  private List<String> known(String story) {
    return Objects.requireNonNull(stories.get(story));
  }

  private void order(Random random, int turn, Action.Kind kind) {
    if (desk.told.isEmpty()) return;
    String alert = any(random, desk.told).alert();
    desk.order(
        Samples.action(
            kind + "-" + turn, kind, minute(turn), Samples.onAlert(alert), minute(turn + 20)));
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
