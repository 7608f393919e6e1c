package io.slugline.alerting.console.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Now screen.
 *
 * @param rows the first of them
 * @param all how many there are
 * @param more path of the rows behind these; empty when there are none
 * @param mark what the view had taken in, for the live updates to go on from
 */
public record NowPage(
    NowQuery query,
    List<Tab> tabs,
    List<Row> rows,
    int all,
    String more,
    String mark,
    List<Choice> watches,
    Quiet quiet,
    Footer footer) {

  /** One choice of states, and how many alerts are in it. */
  public record Tab(String title, int count, String path, boolean chosen) {}

  /** One watch to narrow to. */
  public record Choice(String id, String title, boolean chosen) {}

  /** What an empty screen says, so that quiet is never mistaken for broken. */
  public record Quiet(
      boolean starting, @Nullable Instant latest, int lastHour, int sources, int watches) {}

  /** What else goes on. */
  public record Footer(
      int withheld,
      int silenced,
      int shadow,
      List<String> silent,
      String lag,
      @Nullable Instant latest,
      Instant now) {}
}
