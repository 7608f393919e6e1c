package io.slugline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.StorySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A story that is never quiet: an article every hour for sixty days. */
class LongStoryTest {
  private static final Instant START = Instant.parse("2024-03-04T08:00:00Z");
  private static final int HOURS = 60 * 24;
  private static final int WINDOW = 7 * 24;

  private final Featurizer featurizer = Featurizer.load();
  private final MapMemory memory = new MapMemory();
  private final Random random = new Random(7);

  @Test
  void itsStateStaysFlatAndItsRecordRight() {
    StoryGrouper grouper = StoryGrouper.restore(memory, StorySettings.defaults());
    Set<String> outlets = new HashSet<>();
    Set<String> ids = new HashSet<>();
    long inTheThirdWeek = 0;
    List<StorySnapshot> said = new ArrayList<>();

    for (int hour = 0; hour < HOURS; hour++) {
      if (hour == HOURS / 2) grouper = StoryGrouper.restore(memory, StorySettings.defaults());
      Arrival arrival = arrival(hour);
      said.add(grouper.place(arrival).story());
      ids.add(said.get(hour).id());
      outlets.add(String.valueOf(arrival.source()));
      if (hour == 3 * WINDOW) inTheThirdWeek = memory.size();
    }

    assertThat(ids).hasSize(1);
    StorySnapshot last = said.get(HOURS - 1);
    assertThat(last.title()).isEqualTo("Varnholm blockade by Lindqvist, hour 0");
    assertThat(last.firstSeenAt()).isEqualTo(START);
    assertThat(last.articleCount()).isEqualTo(HOURS);
    assertThat(last.copyGroups()).isEqualTo(HOURS);
    assertThat(last.outlets()).isEqualTo(outlets.size());
    assertThat(memory.keys()).hasSizeLessThan(2 * (WINDOW + 10) + 1);
    assertThat(memory.size()).isLessThan(inTheThirdWeek * 11 / 10);
  }

  /** Of one siege, in the same words and never in the same order; the outlets change. */
  private Arrival arrival(int hour) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 60; i++) words.add((i % 3 == 0 ? "Zor" : "vem") + Integer.toString(i, 36));
    for (int i = 0; i < 6; i++) words.add("w" + Integer.toString(random.nextInt(100_000), 36));
    Collections.shuffle(words, random);
    String body = String.join(" ", words);
    String title = "Varnholm blockade by Lindqvist, hour " + hour;
    return new Arrival(
        "a" + hour,
        "outlet" + hour % 10 + "-" + hour / (14 * 24),
        title,
        START.plus(Duration.ofHours(hour)),
        null,
        null,
        featurizer.features("eng", title, body, List.of(), List.of()));
  }
}
