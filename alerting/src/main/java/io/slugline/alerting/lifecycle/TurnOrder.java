package io.slugline.alerting.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Gives out the turns of each language in the order of their numbers, whatever order they came in:
 * articles and story changes lie on two topics of many partitions. Numbers leave none out, so one
 * whose number is not yet due waits for those before it. It waits so long and no longer, since a
 * number may never come (its record could not be read, or is older than its topic keeps); then the
 * missing ones are passed over, and one that comes after all is taken as it comes.
 */
public final class TurnOrder {
  private final WaitingTurns waiting;
  private final Duration patience;
  private final int room;
  private final Tally tally;
  private final Map<String, TreeMap<Long, Instant>> since = new HashMap<>();

  /** Counts what became of turns and numbers. */
  public interface Tally {

    /** Taken as it came: its number was due, or it is an order or a link, which have none. */
    void inOrder();

    /** Had to wait until its number was due, or for too long. */
    void waited();

    /** Came after its number had been passed over. */
    void late();

    void passedOver(long numbers);
  }

  /**
   * @param waiting may hold turns already; their time begins now
   * @param patience a turn is held back no longer
   * @param room for so many turns of a language
   */
  public TurnOrder(WaitingTurns waiting, Duration patience, int room, Tally tally, Instant now) {
    this.waiting = waiting;
    this.patience = patience;
    this.room = room;
    this.tally = tally;
    waiting.each((language, number) -> of(language).put(number, now));
  }

  /** How many turns wait. */
  public int size() {
    return since.values().stream().mapToInt(TreeMap::size).sum();
  }

  /**
   * Takes a turn, and gives out those whose time has come with it. Should one of them fail, it is
   * gone, and those behind it wait on.
   */
  public void take(Turn turn, Instant now, Consumer<Turn> out) {
    String language = turn.language();
    long number = turn.sequence();
    long due = due(language);
    if (language.isEmpty() || number == 0) {
      tally.inOrder();
      out.accept(turn);
    } else if (number < due || of(language).containsKey(number)) {
      tally.late();
      out.accept(turn);
    } else if (number == due) {
      tally.inOrder();
      waiting.nowDue(language, number + 1);
      out.accept(turn);
      giveOut(language, out);
    } else {
      hold(turn, now);
      if (of(language).size() > room) passOver(language, of(language).firstKey(), out);
    }
  }

  private void hold(Turn turn, Instant now) {
    waiting.put(turn.language(), turn.sequence(), turn);
    of(turn.language()).put(turn.sequence(), now);
  }

  /** Gives out the turns that have waited for too long, and those that wait for them alone. */
  public void giveUp(Instant now, Consumer<Turn> out) {
    Instant latest = now.minus(patience);
    for (String language : List.copyOf(since.keySet())) {
      of(language).entrySet().stream()
          .filter(one -> !one.getValue().isAfter(latest))
          .mapToLong(Map.Entry::getKey)
          .max()
          .ifPresent(last -> passOver(language, last, out));
    }
  }

  /** Gives out all up to the last one, whatever is missing. */
  private void passOver(String language, long last, Consumer<Turn> out) {
    while (!of(language).isEmpty() && of(language).firstKey() <= last) {
      long first = of(language).firstKey();
      long missing = first - due(language);
      if (missing > 0) tally.passedOver(missing);
      waiting.nowDue(language, first);
      giveOut(language, out);
    }
  }

  private void giveOut(String language, Consumer<Turn> out) {
    TreeMap<Long, Instant> held = of(language);
    for (long due = due(language); held.remove(due) != null; due++) {
      Turn turn = Objects.requireNonNull(waiting.remove(language, due));
      waiting.nowDue(language, due + 1);
      tally.waited();
      out.accept(turn);
    }
  }

  private long due(String language) {
    Long due = waiting.due(language);
    return due == null ? 1 : due;
  }

  private TreeMap<Long, Instant> of(String language) {
    return since.computeIfAbsent(language, any -> new TreeMap<>());
  }
}
