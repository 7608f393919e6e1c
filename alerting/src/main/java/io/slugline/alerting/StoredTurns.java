package io.slugline.alerting;

import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.lifecycle.WaitingTurns;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Turns that wait in two stores of the task: they outlive it, as everything on the way does. */
final class StoredTurns implements WaitingTurns {
  private final KeyValueStore<String, Long> due;
  private final KeyValueStore<String, Turn> turns;

  StoredTurns(KeyValueStore<String, Long> due, KeyValueStore<String, Turn> turns) {
    this.due = due;
    this.turns = turns;
  }

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
    turns.put(language + "/" + number, turn);
  }

  @Override
  public @Nullable Turn remove(String language, long number) {
    return turns.delete(language + "/" + number);
  }

  @Override
  public void each(BiConsumer<String, Long> reader) {
    try (KeyValueIterator<String, Turn> all = turns.all()) {
      while (all.hasNext()) {
        Turn turn = all.next().value;
        reader.accept(turn.language(), turn.sequence());
      }
    }
  }
}
