package io.slugline.alerting.lifecycle;

import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How an alert stands.
 *
 * @param version of the latest change that was told; 0 before the first
 * @param pages how often a page was asked for
 * @param told people have been asked to look, by this alert or by one that ended in it
 * @param firstSeverity when it first fired
 * @param severity the highest so far
 */
public record Standing(
    Alert.State state,
    int version,
    int pages,
    boolean told,
    boolean backfill,
    Severity firstSeverity,
    Severity severity,
    Alert.@Nullable Acknowledgement ack) {

  static Standing opened(Severity severity, boolean backfill) {
    return new Standing(Alert.State.FIRING, 0, 0, false, backfill, severity, severity, null);
  }

  /** Its changes and pages are counted on from there. */
  Standing after(StoryAlerts.Ended before) {
    return new Standing(
        state, before.version(), before.pages(), told, backfill, firstSeverity, severity, ack);
  }

  Standing nextVersion() {
    return new Standing(state, version + 1, pages, told, backfill, firstSeverity, severity, ack);
  }

  Standing paged() {
    return new Standing(state, version, pages + 1, true, backfill, firstSeverity, severity, ack);
  }

  /** An alert that ended in this one had paged, or a person knows anyway. */
  Standing knownToPeople() {
    return new Standing(state, version, pages, true, backfill, firstSeverity, severity, ack);
  }

  Standing firing() {
    return new Standing(
        Alert.State.FIRING, version, pages, told, backfill, firstSeverity, severity, ack);
  }

  /** What a person took is over with it. */
  Standing resolved() {
    return new Standing(
        Alert.State.RESOLVED, version, pages, told, backfill, firstSeverity, severity, null);
  }

  Standing noBackfill() {
    return new Standing(state, version, pages, told, false, firstSeverity, severity, ack);
  }

  Standing atLeast(Severity other) {
    Severity higher = other.compareTo(severity) > 0 ? other : severity;
    return new Standing(state, version, pages, told, backfill, firstSeverity, higher, ack);
  }

  Standing acknowledged(Alert.@Nullable Acknowledgement by) {
    return new Standing(state, version, pages, told, backfill, firstSeverity, severity, by);
  }
}
