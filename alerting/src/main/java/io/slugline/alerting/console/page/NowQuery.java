package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Which alerts are asked for; all of it stands in the address.
 *
 * @param show which states
 * @param severity empty for any
 * @param watch empty for any
 * @param words that headline, watch or place must hold; empty for any
 */
public record NowQuery(Show show, String severity, String watch, String words) {

  /** Which states of alerts. */
  public enum Show {
    FIRING("Firing"),
    OPEN("Needs someone"),
    ACKNOWLEDGED("Taken"),
    SILENCED("Silenced"),
    RESOLVED("Resolved"),
    SHADOW("Shadow"),
    SOURCES("Silent sources");

    private final String title;

    Show(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean shows(AlertLine line) {
      Alert alert = line.alert();
      if (this == SHADOW) return alert.shadow() && line.isFiring();
      if (this == SOURCES) return line.isOfSource() && line.isFiring();
      if (alert.shadow() || line.isOfSource()) return false;
      return switch (this) {
        case FIRING -> line.isFiring();
        case OPEN -> line.isOpen();
        case ACKNOWLEDGED -> line.isFiring() && alert.ack() != null;
        case SILENCED -> line.isFiring() && alert.silence() != null;
        case RESOLVED, SHADOW, SOURCES -> !line.isFiring();
      };
    }
  }

  static NowQuery of(Context request) {
    return new NowQuery(
        show(text(request, "show")),
        text(request, "severity"),
        text(request, "watch"),
        text(request, "q"));
  }

  boolean fits(AlertLine line) {
    return show.shows(line) && isNarrowedTo(line);
  }

  boolean isNarrowedTo(AlertLine line) {
    Alert alert = line.alert();
    return (severity.isEmpty() || severity.equals(alert.severity().word()))
        && (watch.isEmpty() || watch.equals(alert.watch()))
        && (words.isEmpty() || holds(alert));
  }

  public boolean isNarrow() {
    return !severity.isEmpty() || !watch.isEmpty() || !words.isEmpty();
  }

  /** The same, showing other states. */
  public NowQuery showing(Show other) {
    return new NowQuery(other, severity, watch, words);
  }

  /** As it stands in an address, with its question mark. */
  public String query() {
    StringBuilder query = new StringBuilder();
    if (show != Show.FIRING) add(query, "show", show.word());
    add(query, "severity", severity);
    add(query, "watch", watch);
    add(query, "q", words);
    return query.toString();
  }

  private boolean holds(Alert alert) {
    String text =
        alert.headline() + " " + alert.watch() + " " + alert.watchTitle() + " " + alert.place();
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  private static void add(StringBuilder query, String name, String value) {
    if (value.isEmpty()) return;
    query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
    query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static Show show(String word) {
    for (Show show : Show.values()) if (show.word().equals(word)) return show;
    return Show.FIRING;
  }

  private static String text(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).orElse("").strip();
  }

  /** For the list of severities. */
  public static Severity[] severities() {
    return Severity.values();
  }
}
