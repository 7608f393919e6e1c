package io.slugline.alerting.backtest;

import io.slugline.alerting.backtest.BackTestResult.Day;
import io.slugline.alerting.backtest.BackTestResult.Page;
import io.slugline.alerting.backtest.BackTestResult.WatchPages;
import io.slugline.contract.Alert;
import io.slugline.contract.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages counted by watch and UTC day.
 *
 * @param from pages before then were a warm-up's and count nowhere
 * @param to arrival of the newest article
 * @param pages of the watches on trial
 * @param inForce pages of the versions that are in force
 * @param known watches of which a version is in force
 */
public record PageCount(
    Instant from, Instant to, List<Alert> pages, List<Alert> inForce, Set<String> known) {
  private static final int MOST_SAMPLES = 10;

  public PageCount {
    pages = pages.stream().filter(page -> !page.changedAt().isBefore(from)).toList();
    inForce = inForce.stream().filter(page -> !page.changedAt().isBefore(from)).toList();
    known = Set.copyOf(known);
  }

  public WatchPages of(String watch) {
    List<Alert> own = of(watch, pages);
    List<Alert> others = of(watch, inForce);
    boolean isKnown = known.contains(watch);
    List<Day> days =
        dayOf(from)
            .datesUntil(dayOf(to).plusDays(1))
            .map(day -> day(day, own, others, isKnown))
            .toList();
    return new WatchPages(
        watch,
        days,
        latest(sent(own)),
        isKnown ? latest(without(sent(own), others)) : List.of(),
        latest(without(sent(others), own)));
  }

  private static Day day(LocalDate day, List<Alert> own, List<Alert> others, boolean isKnown) {
    List<Alert> all = own.stream().filter(page -> dayOf(page.changedAt()).equals(day)).toList();
    List<Alert> sent = sent(all).toList();
    long before = sent(others).filter(page -> dayOf(page.changedAt()).equals(day)).count();
    return new Day(
        day,
        sent.size(),
        all.size() - sent.size(),
        isKnown ? (int) before : null,
        sent.stream().map(Alert::story).distinct().toList());
  }

  private static List<Alert> of(String watch, List<Alert> pages) {
    return pages.stream().filter(page -> page.watch().equals(watch)).toList();
  }

  private static Stream<Alert> sent(List<Alert> pages) {
    return pages.stream().filter(page -> page.silence() == null);
  }

  private static Stream<Alert> without(Stream<Alert> pages, List<Alert> others) {
    Set<String> stories = sent(others).map(Alert::story).collect(Collectors.toSet());
    return pages.filter(page -> !stories.contains(page.story()));
  }

  private static List<Page> latest(Stream<Alert> pages) {
    List<Page> all = pages.map(PageCount::page).toList();
    return all.subList(Math.max(0, all.size() - MOST_SAMPLES), all.size());
  }

  private static Page page(Alert alert) {
    List<Evidence> evidence = alert.evidence();
    String clause = evidence.isEmpty() ? "" : evidence.get(0).clause();
    String quote = evidence.isEmpty() ? "" : evidence.get(0).quote();
    return new Page(
        alert.story(), alert.changedAt(), alert.headline(), alert.reason(), clause, quote);
  }

  private static LocalDate dayOf(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
