package io.slugline.alerting.console.page;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Replay;
import io.slugline.contract.Watch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the console shows or asks that other stages know. A stage that runs alone has none of it,
 * and its console says so.
 *
 * @param reader makes an article of a pasted text, as enrich would
 * @param backtest says what a watch would have done
 * @param lag records that lie before the stages
 * @param letters what was set aside
 * @param replays what runs through again
 * @param entities whether the gazetteer knows an entity by this id
 * @param watchCosts what each watch has cost this process so far, by id; what cost nothing is left
 *     out
 * @param entityNames writes into a watch what its entity terms stand for
 */
public record Outside(
    @Nullable Reader reader,
    @Nullable Backtest backtest,
    @Nullable Lag lag,
    @Nullable Letters letters,
    @Nullable Replays replays,
    Predicate<String> entities,
    Supplier<Map<String, Long>> watchCosts,
    UnaryOperator<Watch> entityNames) {

  /** Nothing but the topics. */
  public static Outside none() {
    return new Outside(null, null, null, null, null, id -> true, Map::of, watch -> watch);
  }

  /** Makes an article of a text at hand. */
  public interface Reader {
    /** Empty when there is no text in it. */
    Optional<EnrichedArticle> read(String text);
  }

  /** Runs a watch over what has been. */
  public interface Backtest {
    /**
     * The pages that it would have sent, day by day, the latest day last.
     *
     * @param days how far back from the newest article
     */
    List<Day> run(Watch watch, int days);
  }

  /** One UTC day of a back-test. */
  public record Day(LocalDate day, int pages, int stories) {}

  /** How much work lies before the stages. */
  public interface Lag {
    /** Records; empty while it is not known. */
    OptionalLong records();
  }

  /** Dead letters. */
  public interface Letters {
    /** The causes with letters that wait for a decision. */
    List<Cause> causes();

    /**
     * Sends back or gives up every open letter of a cause.
     *
     * @return what was done, in words
     */
    String settle(String cause, boolean redrive, String by, String note);

    /**
     * Letters that failed for one reason.
     *
     * @param topic where they lay; empty for files
     */
    record Cause(
        String id,
        String stage,
        String topic,
        String words,
        int open,
        int redriven,
        int discarded,
        Instant last) {}
  }

  /** Replays. */
  public interface Replays {
    /** In the order in which they were planned. */
    List<Replay> all();

    /**
     * Plans one.
     *
     * @param days how far back; 0 for everything
     */
    void plan(String why, int days, String by);

    /** Asks one that runs to stop. */
    void pause(String id);

    /** Whether steps can be begun here; else from the command line alone. */
    boolean canBegin();

    /**
     * Begins a step in a process that has no receiver; what becomes of it shows in the replay's
     * state, or in {@link #said}.
     *
     * @throws IllegalArgumentException when there is no such replay, or one of its steps goes on
     */
    void begin(String id, Step step);

    /** What the last step that was begun here said last; empty for nothing. */
    String said(String id);

    /** What is done to a replay in a process of its own. */
    enum Step {
      RUN,
      PROMOTE,
      ROLLBACK,
      DROP;

      /** As the command line calls it. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /**
     * Reads both sides, which takes a minute for ten thousand articles.
     *
     * @throws IllegalArgumentException when it has no result yet
     */
    Comparison difference(String id);

    /**
     * What would change.
     *
     * @param lines the same in words, with examples
     */
    record Comparison(List<Bar> bars, List<String> lines) {

      public long most() {
        return bars.stream().mapToLong(Bar::count).max().orElse(0);
      }
    }

    /** How often something would change. */
    record Bar(String what, long count) {}
  }
}
