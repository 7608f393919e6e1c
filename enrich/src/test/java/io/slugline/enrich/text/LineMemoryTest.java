package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.SourceLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LineMemoryTest {
  private static final String TIP = "call the gulf herald tip desk";

  private final LineShelf shelf = LineShelf.inMemory();
  private final LineMemory memory = new LineMemory("Gulf Herald", shelf);
  private final List<SourceLines> versions = new ArrayList<>();
  private int written;

  @Test
  void aLineOfThreeArticlesIsARepeatedOne() {
    publish(TIP);
    publish(TIP);
    assertThat(versions).isEmpty();

    publish(TIP);

    assertThat(versions).hasSize(1);
    assertThat(versions.get(0).lines()).containsExactly(TIP);
    assertThat(versions.get(0).version()).isEqualTo(1);
    assertThat(versions.get(0).articles()).isEqualTo(3);
  }

  @Test
  void aLineCountsOnceForEachArticle() {
    publish(TIP, TIP, TIP, TIP);

    assertThat(versions).isEmpty();
  }

  @Test
  void thereIsAVersionOnlyWhenSomethingHasChanged() {
    for (int i = 0; i < 100; i++) publish(TIP);

    assertThat(versions).hasSize(1);
  }

  @Test
  void aNewVersionComesAfterAllThatOthersKnowOf() {
    publish(TIP);
    publish(TIP);

    SourceLines next = memory.learn(article(TIP), Instant.EPOCH, () -> 7).orElseThrow();

    assertThat(next.version()).isEqualTo(8);
  }

  @Test
  void revisionsOfOneArticleTeachNothing() {
    List<String> lines = article(TIP);

    for (int i = 0; i < 10; i++) learn(lines);

    assertThat(versions).isEmpty();
  }

  @Test
  void whatASourceNoLongerWritesIsForgottenAndWhatItNowWritesIsLearned() {
    for (int i = 0; i < 30; i++) publish(TIP);
    for (int i = 0; i < 500; i++) publish("home delivery");

    assertThat(last().lines()).containsExactly("home delivery");
  }

  @Test
  void whatIsKeptIsBoundedAndHoldsNoTextButWhatIsRepeated() {
    for (int i = 0; i < 2000; i++) publish("home delivery");

    AtomicInteger entries = new AtomicInteger();
    AtomicInteger bytes = new AtomicInteger();
    shelf.each(
        (key, value) -> {
          entries.incrementAndGet();
          bytes.addAndGet(value.length);
        });
    // Five lines of their own in each article, and at most 240 and 50 articles back.
    assertThat(entries.get()).isLessThan(6 * 300);
    assertThat(bytes.get()).isLessThan(13 * entries.get());
  }

  @Test
  void aMemoryThatIsReadAgainGoesOnAsIfNothingHadBeen() {
    LineMemory other = new LineMemory("Gulf Herald", LineShelf.inMemory());
    List<SourceLines> others = new ArrayList<>();

    for (int i = 0; i < 60; i++) {
      List<String> lines = article(TIP, i % 7 == 0 ? "from our archive" : "from our desk");
      new LineMemory("Gulf Herald", shelf)
          .learn(lines, Instant.EPOCH, () -> 0)
          .ifPresent(versions::add);
      other.learn(lines, Instant.EPOCH, () -> 0).ifPresent(others::add);
    }

    assertThat(versions).hasSizeGreaterThan(1).isEqualTo(others);
  }

  private SourceLines last() {
    return Objects.requireNonNull(versions.get(versions.size() - 1));
  }

  private void publish(String... repeated) {
    learn(article(repeated));
  }

  private void learn(List<String> lines) {
    memory.learn(lines, Instant.EPOCH, () -> 0).ifPresent(versions::add);
  }

  /** An article of five lines of its own, and these. */
  private List<String> article(String... repeated) {
    List<String> lines = new ArrayList<>(List.of(repeated));
    for (int i = 0; i < 5; i++) {
      lines.add(
          "sentence "
              + i
              + " of article "
              + written
              + " is like no other that anybody has written so far");
    }
    written++;
    return lines;
  }
}
