package io.slugline.alerting.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.Samples;
import io.slugline.contract.Alert;
import io.slugline.contract.StorySnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SilentSourcesTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final SilentSources sources = new SilentSources(new MapShelf<>());
  private final List<Alert> told = new ArrayList<>();

  /** By chance, by the clock, at night asleep, and in bundles; from each minute to twice a day. */
  @Property(tries = 10)
  void ofTwentySourcesTheThreeThatStopAreReportedAndNoOther(@ForAll long seed) {
    Random random = new Random(seed);
    Instant stop = START.plus(Duration.ofDays(9));
    List<String> stopped = List.of("s3", "s8", "s17");
    TreeMap<Instant, List<String>> news = new TreeMap<>();
    for (int source = 0; source < 20; source++) {
      Instant end = stopped.contains("s" + source) ? stop : stop.plus(Duration.ofDays(5));
      for (Instant at : arrivals(source, end, random)) {
        news.computeIfAbsent(at, any -> new ArrayList<>()).add("s" + source);
      }
    }

    SilentSources fresh = new SilentSources(new MapShelf<>());
    List<Alert> reports = new ArrayList<>();
    Instant minute = START;
    for (var each : news.entrySet()) {
      for (; minute.isBefore(each.getKey()); minute = minute.plusSeconds(60)) {
        reports.addAll(fresh.silentBy(minute));
      }
      each.getValue().forEach(source -> reports.addAll(fresh.heard(from(source, each.getKey()))));
    }

    assertThat(reports)
        .extracting(alert -> alert.sources().get(0))
        .containsExactlyInAnyOrderElementsOf(stopped);
    assertThat(reports).noneMatch(Alert::page);
  }

  @Test
  void aSourceThatIsHeardAgainIsNoLongerReported() {
    hourly(48, "quick", "other");
    hourly(48, 60, "other");

    hear("quick", 61);

    assertThat(told)
        .extracting(Alert::change)
        .containsExactly(Alert.Change.OPENED, Alert.Change.RESOLVED);
    assertThat(told).extracting(Alert::version).containsExactly(1, 2);
    assertThat(told).extracting(Alert::watch).containsOnly("slugline:silent-source");
  }

  @Test
  void whenNothingAtAllIsHeardNoSourceIsReportedThenOrAfter() {
    hourly(48, "quick", "other");

    pass(48, 96);
    hear("other", 96);
    pass(96, 97);
    hear("quick", 97);

    assertThat(told).isEmpty();
  }

  @Test
  void whatCameLateOnPurposeIsNoSignOfLife() {
    hourly(48, "quick", "other");

    hourly(48, 60, "other");
    Touch article = late("quick", 60);
    told.addAll(sources.heard(article));

    assertThat(told).extracting(Alert::state).containsExactly(Alert.State.FIRING);
  }

  private void hourly(int hours, String... names) {
    hourly(0, hours, names);
  }

  private void hourly(int from, int to, String... names) {
    for (int hour = from; hour < to; hour++) {
      for (String name : Set.of(names)) hear(name, hour);
      pass(hour, hour + 1);
    }
  }

  private void pass(int from, int to) {
    for (int minute = from * 60; minute < to * 60; minute++) {
      told.addAll(sources.silentBy(START.plus(Duration.ofMinutes(minute))));
    }
  }

  private void hear(String source, int hour) {
    told.addAll(sources.heard(from(source, START.plus(Duration.ofHours(hour)))));
  }

  private static List<Instant> arrivals(int source, Instant end, Random random) {
    List<Instant> all = new ArrayList<>();
    double mean = 60 * Math.pow(1.3, source);
    for (Instant at = START; at.isBefore(end); ) {
      double pause =
          switch (source % 3) {
            case 0 -> -mean * Math.log(1 - random.nextDouble());
            case 1 -> mean * (.8 + .4 * random.nextDouble());
            default -> random.nextInt(5) == 0 ? 4 * mean : 20;
          };
      at = at.plusMillis((long) (1000 * pause));
      boolean sleeps = source % 4 == 2 && at.getEpochSecond() % 86_400 < 6 * 3600;
      if (!sleeps) all.add(at);
    }
    all.removeIf(at -> !at.isBefore(end));
    return all;
  }

  private static Touch from(String source, Instant at) {
    return touch(source, at, false);
  }

  private static Touch late(String source, int hour) {
    return touch(source, START.plus(Duration.ofHours(hour)), true);
  }

  private static Touch touch(String source, Instant at, boolean backfill) {
    StorySnapshot story = Samples.story("s", List.of("a"));
    return new Touch("a", 1, source, "a", at, backfill, "eng", 1, story, List.of(), null);
  }
}
