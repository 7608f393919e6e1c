package io.slugline.alerting.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slugline.alerting.Samples;
import io.slugline.contract.StoryChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnOrderTest {
  private static final Instant NOW = Samples.START;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MapOfTurns waiting = new MapOfTurns();
  private final Counted counted = new Counted();
  private final List<Long> given = new ArrayList<>();
  private TurnOrder order = started();

  private TurnOrder started() {
    return new TurnOrder(waiting, PATIENCE, 4, counted, NOW);
  }

  @Test
  void aTurnThatComesBeforeItsNumberIsDueWaitsForThoseBeforeIt() {
    come(1, 4, 3);
    assertThat(given).containsExactly(1L);

    come(2);

    assertThat(given).containsExactly(1L, 2L, 3L, 4L);
    assertThat(counted.toString()).isEqualTo("2 in order, 2 waited, 0 late, 0 passed over");
  }

  @Test
  void aLinkHasNoNumberAndIsTakenAsItComes() {
    come(1, 0, 3);

    assertThat(given).containsExactly(1L, 0L);
    assertThat(counted.toString()).isEqualTo("2 in order, 0 waited, 0 late, 0 passed over");
  }

  @Test
  void whatWaitsOutlivesTheProcess() {
    come(1, 3);

    order = started();
    come(2);

    assertThat(given).containsExactly(1L, 2L, 3L);
    assertThat(waiting.turns).isEmpty();
  }

  @Test
  void aNumberThatNeverComesIsPassedOverOnce() {
    come(1, 3, 4, 6);

    order.giveUp(NOW.plus(PATIENCE).minusMillis(1), this::give);
    assertThat(given).containsExactly(1L);
    order.giveUp(NOW.plus(PATIENCE), this::give);
    come(7);

    assertThat(given).containsExactly(1L, 3L, 4L, 6L, 7L);
    assertThat(counted.toString()).isEqualTo("2 in order, 3 waited, 0 late, 2 passed over");
  }

  @Test
  void whatComesAfterItWasPassedOverIsTakenAsItComes() {
    come(2);
    order.giveUp(NOW.plus(PATIENCE), this::give);

    come(1, 2, 3);

    assertThat(given).containsExactly(2L, 1L, 2L, 3L);
    assertThat(counted.late).isEqualTo(2);
  }

  @Test
  void thereIsRoomForSoManyAndThenTheFirstGoes() {
    come(3, 5, 7, 9, 11);

    assertThat(given).containsExactly(3L);
    assertThat(order.size()).isEqualTo(4);
  }

  @Test
  void twoOfOneNumberAreBothTaken() {
    come(2, 2, 1);

    assertThat(given).containsExactly(2L, 1L, 2L);
  }

  @Test
  void anOrderOfAPersonWaitsForNothing() {
    come(2);

    order.take(Turn.of(Samples.tick(NOW)), NOW, this::give);

    assertThat(given).containsExactly(0L);
  }

  @Test
  void aTurnThatFailsIsGoneAndThoseBehindItWaitOn() {
    come(3, 2);

    assertThatThrownBy(() -> order.take(turn("eng", 1), NOW, this::failAtTwo))
        .isInstanceOf(IllegalStateException.class);
    order.giveUp(NOW.plus(PATIENCE), this::give);
    come(4);

    assertThat(given).containsExactly(1L, 3L, 4L);
  }

  @Property(tries = 200)
  void whateverOrderTheyComeInEachLanguageIsGivenOutInItsOwn(@ForAll long seed) {
    List<Turn> turns = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      turns.add(turn("eng", number));
      if (number <= 12) turns.add(turn("deu", number));
    }
    Collections.shuffle(turns, new Random(seed));
    List<Turn> out = new ArrayList<>();
    TurnOrder roomy = new TurnOrder(new MapOfTurns(), PATIENCE, 50, counted, NOW);

    for (Turn turn : turns) roomy.take(turn, NOW, out::add);

    for (String language : List.of("eng", "deu")) {
      assertThat(out.stream().filter(turn -> turn.language().equals(language)))
          .extracting(Turn::sequence)
          .isSorted();
    }
    assertThat(out).hasSize(42);
  }

  private void come(long... numbers) {
    for (long number : numbers) order.take(turn("eng", number), NOW, this::give);
  }

  private void give(Turn turn) {
    given.add(turn.sequence());
  }

  private void failAtTwo(Turn turn) {
    if (turn.sequence() == 2) throw new IllegalStateException("two");
    give(turn);
  }

  private static Turn turn(String language, long number) {
    return Turn.of(
        new StoryChange(
            "s1",
            StoryChange.Kind.CLOSED,
            List.of(),
            List.of(),
            "quiet",
            null,
            NOW,
            language,
            number,
            null,
            null));
  }

  private static final class MapOfTurns implements WaitingTurns {
    private final Map<String, Long> due = new TreeMap<>();
    private final Map<String, Turn> turns = new TreeMap<>();

    @Override
    public @Nullable Long due(String language) {
      return due.get(language);
    }

    @Override
    public void nowDue(String language, long number) {
      due.put(language, number);
    }

    @Override
    public void put(String language, long number, Turn turn) {
      turns.put(language + number, turn);
    }

    @Override
    public @Nullable Turn remove(String language, long number) {
      return turns.remove(language + number);
    }

    @Override
    public void each(BiConsumer<String, Long> reader) {
      turns.values().forEach(turn -> reader.accept(turn.language(), turn.sequence()));
    }
  }

  private static final class Counted implements TurnOrder.Tally {
    private int inOrder;
    private int waited;
    private int late;
    private long passedOver;

    @Override
    public void inOrder() {
      inOrder++;
    }

    @Override
    public void waited() {
      waited++;
    }

    @Override
    public void late() {
      late++;
    }

    @Override
    public void passedOver(long numbers) {
      passedOver += numbers;
    }

    @Override
    public String toString() {
      return "%d in order, %d waited, %d late, %d passed over"
          .formatted(inOrder, waited, late, passedOver);
    }
  }
}
