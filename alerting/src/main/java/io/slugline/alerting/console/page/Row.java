package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.AlertLine;
import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One alert as the Now screen shows it.
 *
 * @param sort where it stands: rows are in the order of this text
 * @param fits whether the screen's filter shows it; one that no longer does stays until reload
 * @param path of the page that tells more
 * @param orders whether a person can take or silence it
 * @param watchPath empty where it is about no watch
 * @param quote the words that made it fire, for as long as somebody has to look
 * @param outlets {@code 5 (1 independent)}
 */
public record Row(
    String id,
    String path,
    boolean orders,
    String sort,
    boolean fits,
    String severity,
    String watchPath,
    String watchTitle,
    String headline,
    String place,
    String quote,
    String outlets,
    Instant first,
    Instant last,
    Strip strip,
    State state,
    String owner) {

  private static final long LATEST_MILLI = 99_999_999_999_999L;

  /** What is said of an alert's state: a word, and a sign beside it. */
  public enum State {
    FIRING("Firing", "●"),
    TAKEN("Taken", "◐"),
    SILENCED("Silenced", "○"),
    SHADOW("Shadow", "◌"),
    RETRACTED("Retracted", "⊘"),
    RESOLVED("Resolved", "✓");

    private final String title;
    private final String sign;

    State(String title, String sign) {
      this.title = title;
      this.sign = sign;
    }

    public String title() {
      return title;
    }

    public String sign() {
      return sign;
    }

    public String word() {
      return title.toLowerCase(Locale.ROOT);
    }

    static State of(AlertLine line) {
      Alert alert = line.alert();
      if (!line.isFiring()) return RESOLVED;
      if (alert.shadow()) return SHADOW;
      if (alert.silence() != null) return SILENCED;
      if (alert.ack() != null) return TAKEN;
      return alert.change() == Alert.Change.RETRACTED ? RETRACTED : FIRING;
    }
  }

  static Row of(AlertLine line, boolean fits, Strip strip) {
    Alert alert = line.alert();
    return new Row(
        alert.alert(),
        line.isOfSource() ? "/sources" : "/story/" + alert.story() + "?alert=" + alert.alert(),
        !line.isOfSource(),
        sort(line),
        fits,
        alert.severity().word(),
        line.isOfSource() ? "" : "/watches/" + alert.watch(),
        Shown.line(alert.watchTitle()),
        Shown.line(alert.headline()),
        Shown.line(alert.place()),
        line.isOpen() ? quote(alert) : "",
        line.isOfSource() ? "" : alert.outlets() + " (" + alert.copies() + " independent)",
        alert.firedAt(),
        alert.changedAt(),
        strip,
        State.of(line),
        owner(alert.ack()));
  }

  /** What nobody has taken first, then the worse, then the newer: nothing of it moves by itself. */
  static final Comparator<AlertLine> ORDER =
      Comparator.comparingInt(Row::group)
          .thenComparing(line -> line.alert().severity(), Comparator.reverseOrder())
          .thenComparing(line -> line.alert().firedAt(), Comparator.reverseOrder())
          .thenComparing(line -> line.alert().alert());

  /** The same order, for a script that compares texts. */
  private static String sort(AlertLine line) {
    int harmless = Severity.values().length - line.alert().severity().ordinal();
    long older = LATEST_MILLI - line.alert().firedAt().toEpochMilli();
    return "%d%d%014d%s".formatted(group(line), harmless, older, line.alert().alert());
  }

  private static int group(AlertLine line) {
    if (line.isOpen()) return 0;
    return line.isFiring() ? 1 : 2;
  }

  /** Empty where the headline says it already. */
  private static String quote(Alert alert) {
    return alert.evidence().stream()
        .map(evidence -> Shown.line(evidence.quote()))
        .filter(quote -> !Shown.line(alert.headline()).contains(quote))
        .findFirst()
        .orElse("");
  }

  private static String owner(Alert.@Nullable Acknowledgement ack) {
    return ack == null ? "" : Shown.line(ack.by());
  }
}
