package io.slugline.deploy.deadletter;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * All letters of one cause.
 *
 * @param versions the versions that gave up on them
 * @param open how many wait for a decision
 * @param redriven how many were sent back
 * @param discarded how many were given up
 * @param first arrival of the oldest record among them
 * @param last arrival of the newest one
 * @param sample the letter that came last
 */
public record LetterGroup(
    Cause cause,
    Set<String> versions,
    int open,
    int redriven,
    int discarded,
    Instant first,
    Instant last,
    DeadLetter sample) {

  public LetterGroup {
    versions = Set.copyOf(versions);
  }

  static LetterGroup of(DeadLetter letter) {
    DeadLetter.Decision decision = letter.decision();
    return new LetterGroup(
        letter.cause(),
        Set.of(letter.version()),
        decision == null ? 1 : 0,
        decision != null && decision.redriven() ? 1 : 0,
        decision != null && !decision.redriven() ? 1 : 0,
        letter.at(),
        letter.at(),
        letter);
  }

  /** Both together; the other one came later. */
  LetterGroup and(LetterGroup later) {
    Set<String> all = new TreeSet<>(versions);
    all.addAll(later.versions);
    return new LetterGroup(
        cause,
        all,
        open + later.open,
        redriven + later.redriven,
        discarded + later.discarded,
        first.isBefore(later.first) ? first : later.first,
        last.isAfter(later.last) ? last : later.last,
        later.sample);
  }
}
