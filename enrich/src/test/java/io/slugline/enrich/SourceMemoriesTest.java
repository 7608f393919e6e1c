package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.contract.SourceLines;
import io.slugline.enrich.text.LineShelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceMemoriesTest {
  private static final int MOST = 500;

  private final Map<String, LineShelf> shelves = new HashMap<>();
  private final List<String> read = new ArrayList<>();
  private final SourceMemories memories = new SourceMemories(this::shelf, MOST);
  private int written;

  @Test
  void aSourceIsReadOnceAndAgainOnlyAfterOthersTookItsPlace() {
    learn(memories, lesson("Gulf Herald", 10));
    learn(memories, lesson("Quay Post", 10));
    learn(memories, lesson("Gulf Herald", 10));
    assertThat(read).containsExactly("Gulf Herald", "Quay Post");

    learn(memories, lesson("Long Weekly", 400));
    learn(memories, lesson("Gulf Herald", 10));
    learn(memories, lesson("Quay Post", 10));

    assertThat(read).containsExactly("Gulf Herald", "Quay Post", "Long Weekly", "Quay Post");
  }

  @Test
  void itHoldsNoMoreThanItMayOrWhatOneSourceHas() {
    for (int i = 0; i < 200; i++) {
      learn(memories, lesson("source " + i % 20, 15));
      assertThat(memories.size()).isLessThanOrEqualTo(MOST);
    }

    learn(memories, lesson("Long Weekly", 2 * MOST));
    assertThat(memories.size()).isBetween(2 * MOST, 2 * MOST + 100);
    learn(memories, lesson("Gulf Herald", 10));

    assertThat(memories.size()).isLessThanOrEqualTo(100);
  }

  @Test
  void aSourceThatWasLetGoGoesOnAsIfNothingHadBeen() {
    SourceMemories roomy = new SourceMemories(source -> LineShelf.inMemory(), Integer.MAX_VALUE);
    Random random = new Random(3);
    int versions = 0;

    for (int i = 0; i < 2000; i++) {
      Lesson lesson = lesson("source " + random.nextInt(7), 5, "tip " + i / 300, "desk " + i / 500);
      Optional<SourceLines> learned = learn(memories, lesson);
      assertThat(learned).isEqualTo(learn(roomy, lesson));
      if (learned.isPresent()) versions++;
    }

    assertThat(versions).isGreaterThan(20);
    assertThat(read).hasSizeGreaterThan(1000);
  }

  @Test
  void aSourceThatCouldNotBeLearnedOfIsReadAgain() {
    for (int i = 0; i < 2; i++) learn(memories, lesson("Gulf Herald", 5, "tip"));
    Lesson third = lesson("Gulf Herald", 5, "tip");
    assertThatThrownBy(() -> memories.learn(third, SourceMemoriesTest::fail))
        .hasMessage("cannot be read");

    Optional<SourceLines> learned = learn(memories, lesson("Gulf Herald", 5, "tip"));

    assertThat(learned.orElseThrow().lines()).containsExactly("tip");
    assertThat(read).containsExactly("Gulf Herald", "Gulf Herald");
    assertThat(memories.size()).isLessThan(100);
  }

  private static int fail() {
    throw new IllegalStateException("cannot be read");
  }

  private LineShelf shelf(String source) {
    read.add(source);
    return shelves.computeIfAbsent(source, any -> LineShelf.inMemory());
  }

  private static Optional<SourceLines> learn(SourceMemories memories, Lesson lesson) {
    return memories.learn(lesson, () -> 0);
  }

  /** As many lines of its own, and these. */
  private Lesson lesson(String source, int own, String... repeated) {
    List<String> lines = new ArrayList<>(List.of(repeated));
    for (int i = 0; i < own; i++) lines.add("line " + i + " of article " + written);
    written++;
    return new Lesson(source, Instant.EPOCH, lines);
  }
}
