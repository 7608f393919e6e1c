package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.contract.SourceLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
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
    // A list of five lines of its own for each article, at most 240 and 50 articles back.
    assertThat(entries.get()).isLessThan(300);
    assertThat(bytes.get()).isLessThan(5 * Long.BYTES * entries.get());
    assertThat(memory.size()).isLessThan(6 * 300);
  }

  @Test
  void aMemoryThatIsReadAgainGoesOnAsIfNothingHadBeen() {
    for (int seed = 0; seed < 8; seed++) {
      List<List<String>> stream = stream(seed);
      LineShelf readAgain = LineShelf.inMemory();

      List<SourceLines> learned = learned(stream, at -> new LineMemory("Gulf Herald", readAgain));

      assertThat(learned).hasSizeGreaterThan(5).isEqualTo(learnedAtOnce(stream));
    }
  }

  @Test
  void whatAnEarlierBuildKeptIsReadAndForgottenInItsTime() {
    for (int seed = 0; seed < 8; seed++) {
      List<List<String>> stream = stream(seed);
      LineShelf older = LineShelf.inMemory();
      LineMemory before = new LineMemory("Gulf Herald", older);
      List<SourceLines> learned = learned(stream.subList(0, 300), at -> before);
      eachLineUnderItsOwn(older);

      LineMemory after = new LineMemory("Gulf Herald", older);
      learned.addAll(learned(stream.subList(300, stream.size()), at -> after));

      assertThat(learned).isEqualTo(learnedAtOnce(stream));
      older.each(
          (key, value) -> {
            if (!LineForm.isList(key) && !key.equals(LineForm.STANDING)) {
              assertThat(SeenLine.of(value).articles()).isGreaterThan(1);
            }
          });
    }
  }

  @Test
  void anArticleAfterOneThatFailedTakesNothingFromIt() {
    publish(TIP);
    publish(TIP);
    assertThatThrownBy(() -> memory.learn(article(TIP), Instant.EPOCH, LineMemoryTest::fail))
        .hasMessage("cannot be read");

    publish(TIP);

    assertThat(last().articles()).isEqualTo(4);
    assertThat(last().lines()).containsExactly(TIP);
    AtomicInteger lists = new AtomicInteger();
    shelf.each((key, value) -> lists.addAndGet(LineForm.isList(key) ? 1 : 0));
    assertThat(lists.get()).isEqualTo(4);
  }

  private static int fail() {
    throw new IllegalStateException("cannot be read");
  }

  /** As it was written before lines seen once were put into lists. */
  private static void eachLineUnderItsOwn(LineShelf shelf) {
    Map<String, byte[]> entries = new TreeMap<>();
    shelf.each(entries::put);
    entries.forEach(
        (key, value) -> {
          if (!LineForm.isList(key)) return;
          byte[] once = SeenLine.once(LineForm.article(key)).toBytes();
          for (long line : LineForm.fingerprints(value)) {
            if (!entries.containsKey(LineForm.hex(line))) shelf.put(LineForm.hex(line), once);
          }
          shelf.delete(key);
        });
  }

  private static List<SourceLines> learnedAtOnce(List<List<String>> stream) {
    LineMemory memory = new LineMemory("Gulf Herald", LineShelf.inMemory());
    return learned(stream, at -> memory);
  }

  private static List<SourceLines> learned(
      List<List<String>> stream, IntFunction<LineMemory> memoryAt) {
    List<SourceLines> versions = new ArrayList<>();
    for (int at = 0; at < stream.size(); at++) {
      memoryAt.apply(at).learn(stream.get(at), Instant.EPOCH, () -> 0).ifPresent(versions::add);
    }
    return versions;
  }

  /** Articles with repeated lines that come and go, one in ten a revision of an earlier one. */
  private List<List<String>> stream(long seed) {
    Random random = new Random(seed);
    List<String> repeated = new ArrayList<>();
    List<List<String>> stream = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      if (random.nextInt(40) == 0) repeated.add("repeated line " + random.nextInt(20));
      if (random.nextInt(60) == 0 && !repeated.isEmpty()) repeated.remove(0);
      List<String> lines = article(repeated.toArray(String[]::new));
      if (i > 0 && random.nextInt(10) == 0) {
        lines = new ArrayList<>(stream.get(random.nextInt(i)));
        lines.set(random.nextInt(lines.size()), "a line that was put in another one's place " + i);
      }
      stream.add(lines);
    }
    return stream;
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
