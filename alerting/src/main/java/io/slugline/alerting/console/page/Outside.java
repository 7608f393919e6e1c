package io.slugline.alerting.console.page;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Watch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the console shows or asks that other stages know. A stage that runs alone has none of it,
 * and its console says so.
 *
 * @param reader makes an article of a pasted text, as enrich would
 * @param backtest says what a watch would have done
 * @param lag records that lie before the stages
 * @param entities whether the gazetteer knows an entity by this id
 */
public record Outside(
    @Nullable Reader reader,
    @Nullable Backtest backtest,
    @Nullable Lag lag,
    Predicate<String> entities) {

  /** Nothing but the topics. */
  public static Outside none() {
    return new Outside(null, null, null, id -> true);
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
}
