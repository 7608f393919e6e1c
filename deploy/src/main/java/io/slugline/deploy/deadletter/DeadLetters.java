package io.slugline.deploy.deadletter;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import io.slugline.deploy.deadletter.DeadLetter.Decision;
import io.slugline.deploy.topic.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with dead letters: asked by the command line and by the console. */
public final class DeadLetters {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Clock clock;

  public DeadLetters(Cluster cluster, Clock clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /** The letters that fit, by cause, the one that failed last at the end. */
  public List<LetterGroup> groups(LetterFilter filter) {
    Map<Cause, LetterGroup> groups = new LinkedHashMap<>();
    each(
        filter,
        letter -> {
          LetterGroup before = groups.remove(letter.cause());
          LetterGroup one = LetterGroup.of(letter);
          groups.put(letter.cause(), before == null ? one : before.and(one));
        });
    return List.copyOf(groups.values());
  }

  /** One letter. */
  public Optional<DeadLetter> letter(String id) {
    AtomicReference<@Nullable DeadLetter> found = new AtomicReference<>();
    each(LetterFilter.of(id), found::set);
    return Optional.ofNullable(found.get());
  }

  /**
   * Sends every open letter that fits back to the topic it came from. One that was sent back or
   * given up before stays as it is and says so; killed midway and called again, none goes twice.
   *
   * @param by who decided it
   * @param note why
   */
  public List<Outcome> redrive(LetterFilter filter, String by, @Nullable String note) {
    return decide(filter, new Decision(true, by, clock.instant(), note));
  }

  /** Gives up every open letter that fits. It stays to be looked at as long as the topic keeps. */
  public List<Outcome> discard(LetterFilter filter, String by, @Nullable String note) {
    return decide(filter, new Decision(false, by, clock.instant(), note));
  }

  private List<Outcome> decide(LetterFilter filter, Decision decision) {
    List<Outcome> outcomes = new ArrayList<>();
    // Who decided before us is fenced off before we read what is decided.
    try (Redrive redrive = Redrive.open(cluster)) {
      each(filter, letter -> outcomes.add(redrive.settle(letter, decision)));
      redrive.commit();
    }
    return outcomes;
  }

  /** Hands on each letter that fits, in the order in which they failed. */
  public void each(LetterFilter filter, Consumer<DeadLetter> to) {
    Map<String, Decision> decisions = decisions();
    try (var letters = TopicReader.fromBeginning(cluster, Topics.DEAD_LETTERS)) {
      Map<Integer, Long> ends = letters.ends();
      while (!letters.atEnd()) {
        letters.records(
            PATIENCE,
            record -> {
              // A letter that comes while we read may be that of one we sent back just now.
              if (record.offset() >= ends.getOrDefault(record.partition(), 0L)) return;
              String id = record.partition() + "@" + record.offset();
              DeadLetter letter = DeadLetter.of(record, decisions.get(id));
              if (filter.fits(letter)) to.accept(letter);
            });
      }
    }
  }

  private Map<String, Decision> decisions() {
    Map<String, Decision> decisions = new HashMap<>();
    try (TopicReader<Action> actions = TopicReader.fromBeginning(cluster, Topics.ACTIONS)) {
      while (!actions.atEnd()) {
        for (Action action : actions.poll(PATIENCE)) {
          boolean redriven = action.kind() == Action.Kind.REDRIVE;
          if (!redriven && action.kind() != Action.Kind.DISCARD) continue;
          String id = action.id().substring(Redrive.ACTION.length());
          decisions.put(id, new Decision(redriven, action.by(), action.at(), action.note()));
        }
      }
    }
    return decisions;
  }
}
