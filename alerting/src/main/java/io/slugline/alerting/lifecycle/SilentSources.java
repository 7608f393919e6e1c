package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports sources that have fallen silent, each by its own rhythm: alerts of a class of their own
 * that page nobody. When nothing at all is heard it is not the sources that are silent, so that
 * time counts against none of them.
 */
final class SilentSources {
  private static final String ALL = "";
  private static final DateTimeFormatter HEARD =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Shelf<Rhythm> shelf;
  private final Map<String, Rhythm> rhythms = new TreeMap<>();

  SilentSources(Shelf<Rhythm> shelf) {
    this.shelf = shelf;
    shelf.each(rhythm -> rhythms.put(id(rhythm.language(), rhythm.source()), rhythm));
  }

  /** The source of a fresh article is not silent, or no longer. */
  List<Alert> heard(Touch touch) {
    if (touch.source() == null || touch.source().isEmpty() || !touch.mayPage()) return List.of();
    Instant at = touch.arrivedAt();
    Rhythm all = of(touch.language(), ALL, at);
    if (all.isTooLongUntil(at)) leaveOut(touch.language(), Duration.between(all.lastHeard(), at));
    hear(all, at);
    Rhythm before = of(touch.language(), touch.source(), at);
    Rhythm now = hear(before, at);
    String reason = "heard again";
    return before.silent() && !now.silent()
        ? List.of(report(now, Alert.Change.RESOLVED, reason, at))
        : List.of();
  }

  /** The sources that are found silent now. */
  List<Alert> silentBy(Instant now) {
    List<Alert> found = new ArrayList<>();
    for (Rhythm rhythm : List.copyOf(rhythms.values())) {
      boolean isSource = !rhythm.source().equals(ALL);
      if (!isSource || rhythm.silent() || !rhythm.isTooLongUntil(now)) continue;
      if (of(rhythm.language(), ALL, now).isTooLongUntil(now)) continue;
      Rhythm silent = rhythm.nowSilent();
      keep(silent);
      found.add(report(silent, Alert.Change.OPENED, "silent for longer than is usual", now));
    }
    return found;
  }

  private void leaveOut(String language, Duration time) {
    for (Rhythm rhythm : List.copyOf(rhythms.values())) {
      if (rhythm.language().equals(language)) keep(rhythm.later(time));
    }
  }

  private Rhythm of(String language, String source, Instant at) {
    Rhythm known = rhythms.get(id(language, source));
    return known == null ? Rhythm.from(language, source, at) : known;
  }

  /** What comes within a minute is noted, and not worth laying down. */
  private Rhythm hear(Rhythm before, Instant at) {
    String id = id(before.language(), before.source());
    Rhythm now = before.heard(at);
    if (before.isPauseUntil(at) || before.silent() || !rhythms.containsKey(id)) keep(now);
    else rhythms.put(id, now);
    return now;
  }

  private void keep(Rhythm rhythm) {
    String id = id(rhythm.language(), rhythm.source());
    rhythms.put(id, rhythm);
    shelf.put(id, rhythm);
  }

  private static String id(String language, String source) {
    return language + "/" + source;
  }

  private static Alert report(Rhythm rhythm, Alert.Change change, String reason, Instant at) {
    String about = "source:" + id(rhythm.language(), rhythm.source());
    boolean over = change == Alert.Change.RESOLVED;
    String headline =
        rhythm.source() + " is silent, last heard " + HEARD.format(rhythm.lastHeard());
    return new Alert(
        Matching.fingerprint(Alert.SILENT_SOURCE, about),
        rhythm.version(),
        change,
        false,
        Alert.SILENT_SOURCE,
        "Silent source",
        1,
        about,
        over ? Alert.State.RESOLVED : Alert.State.FIRING,
        Severity.WARNING,
        "",
        0,
        false,
        null,
        null,
        List.of(),
        0,
        0,
        0,
        over ? rhythm.source() + " is heard again" : headline,
        null,
        List.of(),
        at,
        at,
        false,
        Severity.WARNING,
        List.of(rhythm.source()),
        reason);
  }
}
