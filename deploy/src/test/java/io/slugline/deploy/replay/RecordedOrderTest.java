package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedOrderTest {
  private static final List<String> LANGUAGES =
      List.of("eng", "eng", "eng", "eng", "eng", "eng", "deu", "fra");

  @Test
  void articlesComeByTheirNumbersWhateverTheirTimes() {
    var late = new RecordedOrder.Ref(0, 5, "late", 100);
    var early = new RecordedOrder.Ref(1, 9, "early", 900);
    var places =
        Map.of(
            "late", new RecordedOrder.Place("eng", 2), "early", new RecordedOrder.Place("eng", 1));

    assertThat(RecordedOrder.of(List.of(late, early), places)).containsExactly(early, late);
  }

  @Test
  void anArticleWithoutANumberComesRightBeforeTheNextNumberedOneOfItsPartition() {
    var original = new RecordedOrder.Ref(0, 0, "a", 10);
    var repeat = new RecordedOrder.Ref(1, 0, "b", 5);
    var next = new RecordedOrder.Ref(1, 1, "c", 20);
    var places =
        Map.of("a", new RecordedOrder.Place("eng", 1), "c", new RecordedOrder.Place("eng", 2));

    assertThat(RecordedOrder.of(List.of(original, repeat, next), places))
        .containsExactly(original, repeat, next);
  }

  @Test
  void languagesThatWaitForEachOtherAcrossPartitionsStillComeByTheirNumbers() {
    var e2 = new RecordedOrder.Ref(0, 0, "e2", 1);
    var d1 = new RecordedOrder.Ref(0, 1, "d1", 2);
    var d2 = new RecordedOrder.Ref(1, 0, "d2", 1);
    var e1 = new RecordedOrder.Ref(1, 1, "e1", 2);
    var places =
        Map.of(
            "e1",
            new RecordedOrder.Place("eng", 1),
            "e2",
            new RecordedOrder.Place("eng", 2),
            "d1",
            new RecordedOrder.Place("deu", 1),
            "d2",
            new RecordedOrder.Place("deu", 2));

    List<RecordedOrder.Ref> order = RecordedOrder.of(List.of(e2, d1, d2, e1), places);

    assertThat(order).containsExactlyInAnyOrder(e1, e2, d1, d2);
    assertThat(order.indexOf(e1)).isLessThan(order.indexOf(e2));
    assertThat(order.indexOf(d1)).isLessThan(order.indexOf(d2));
  }

  /** Partitions are read at random, tagged late or soon; one article in five repeats another. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void whateverHappenedInLiveIsFoundAgain(int partitions) {
    for (int seed = 0; seed < 300; seed++) {
      Live live = new Live(new Random(seed), partitions);

      List<RecordedOrder.Ref> order = RecordedOrder.of(live.refs, live.places);

      assertThat(order).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live.refs);
      assertThat(outcome(order, live).get("eng"))
          .as("seed %d", seed)
          .isEqualTo(live.numbered.get("eng"));
      live.numbered.forEach(
          (language, ids) ->
              assertThat(order.stream().map(RecordedOrder.Ref::id).filter(ids::contains))
                  .containsExactlyElementsOf(ids));
    }
  }

  /** The first of each text gets the next number of its language, as in live. */
  private static Map<String, List<String>> outcome(List<RecordedOrder.Ref> order, Live live) {
    Map<String, List<String>> numbered = new HashMap<>();
    Map<String, String> firsts = new HashMap<>();
    for (RecordedOrder.Ref ref : order) {
      String text = live.text(ref.id());
      if (firsts.putIfAbsent(text, ref.id()) != null) continue;
      numbered.computeIfAbsent(live.language(text), any -> new ArrayList<>()).add(ref.id());
    }
    return numbered;
  }

  /** A live run: partitions, each read in its order, and one queue for each language. */
  private static final class Live {
    private static final int ARTICLES = 60;
    final List<RecordedOrder.Ref> refs = new ArrayList<>();
    final Map<String, RecordedOrder.Place> places = new HashMap<>();
    final Map<String, List<String>> numbered = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    Live(Random random, int partitions) {
      List<Deque<RecordedOrder.Ref>> lines = new ArrayList<>();
      for (int i = 0; i < partitions; i++) lines.add(new ArrayDeque<>());
      String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
      for (int i = 0; i < ARTICLES; i++) {
        boolean repeats = i > 0 && random.nextInt(5) == 0;
        String text = repeats ? text("r" + random.nextInt(i)) : language + " text " + i;
        language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        texts.put("r" + i, text);
        Deque<RecordedOrder.Ref> line = lines.get(random.nextInt(partitions));
        line.add(new RecordedOrder.Ref(lines.indexOf(line), line.size(), "r" + i, i / 7));
      }
      lines.forEach(refs::addAll);
      refs.sort(Comparator.comparingInt(RecordedOrder.Ref::partition));
      run(random, lines);
    }

    String text(String id) {
      return texts.getOrDefault(id, "");
    }

    String language(String text) {
      return text.substring(0, 3);
    }

    private void run(Random random, List<Deque<RecordedOrder.Ref>> lines) {
      Map<String, String> firsts = new HashMap<>();
      while (lines.stream().anyMatch(line -> !line.isEmpty())) {
        RecordedOrder.Ref ref = lines.get(random.nextInt(lines.size())).poll();
        if (ref == null) continue;
        String text = text(ref.id());
        if (firsts.putIfAbsent(text, ref.id()) != null) continue;
        List<String> order = numbered.computeIfAbsent(language(text), any -> new ArrayList<>());
        order.add(ref.id());
        // Story changes take numbers too.
        long sequence = order.size() * 3L;
        places.put(ref.id(), new RecordedOrder.Place(language(text), sequence));
      }
    }
  }
}
