package io.slugline.alerting.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a watch list would have done to the people on call.
 *
 * @param from beginning of the time that counts
 * @param to arrival of the newest article
 * @param articles how many arrived in that time
 */
public record BackTestResult(Instant from, Instant to, long articles, List<WatchPages> watches) {

  public BackTestResult {
    watches = List.copyOf(watches);
  }

  /** Nothing was retained to test on. */
  public static BackTestResult empty() {
    return new BackTestResult(Instant.EPOCH, Instant.EPOCH, 0, List.of());
  }

  /**
   * One watch's pages.
   *
   * @param days every UTC day from the first article to the last, days without a page too
   * @param samples the latest pages, 10 at most
   * @param gained pages on stories that the version in force would not have paged on, the latest 10
   *     at most; empty where none is in force
   * @param lost pages of the version in force on stories that this one would not have paged on
   */
  public record WatchPages(
      String watch, List<Day> days, List<Page> samples, List<Page> gained, List<Page> lost) {

    public WatchPages {
      days = List.copyOf(days);
      samples = List.copyOf(samples);
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }

    public int pages() {
      return days.stream().mapToInt(Day::pages).sum();
    }
  }

  /**
   * One watch on one UTC day.
   *
   * @param pages that would have gone out
   * @param silenced pages that a silence would have withheld; not among {@code pages}
   * @param inForce pages of the version that is in force; null where none is
   * @param stories ids of the stories that would have paged
   */
  public record Day(
      LocalDate day, int pages, int silenced, @Nullable Integer inForce, List<String> stories) {

    public Day {
      stories = List.copyOf(stories);
    }
  }

  /**
   * One page, with the first of its evidence.
   *
   * @param reason why it interrupts: {@code first match}
   * @param clause of the query; empty where the evidence has no place in a text
   */
  public record Page(
      String story, Instant at, String headline, String reason, String clause, String quote) {}
}
