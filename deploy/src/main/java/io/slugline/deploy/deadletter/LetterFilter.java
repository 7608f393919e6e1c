package io.slugline.deploy.deadletter;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; what is empty or null does not matter.
 *
 * @param ids of letters
 * @param groups of causes
 * @param since the record that failed arrived then or later
 */
public record LetterFilter(
    Set<String> ids,
    Set<String> groups,
    @Nullable String stage,
    @Nullable String topic,
    @Nullable Instant since) {

  public LetterFilter {
    ids = Set.copyOf(ids);
    groups = Set.copyOf(groups);
  }

  /** Every letter. */
  public static LetterFilter all() {
    return new LetterFilter(Set.of(), Set.of(), null, null, null);
  }

  /** These very letters. */
  public static LetterFilter of(String... ids) {
    return new LetterFilter(Set.of(ids), Set.of(), null, null, null);
  }

  /** Whether it names nothing, and so means every letter. */
  boolean meansAll() {
    return equals(all());
  }

  boolean fits(DeadLetter letter) {
    Cause cause = letter.cause();
    return (ids.isEmpty() || ids.contains(letter.id()))
        && (groups.isEmpty() || groups.contains(cause.group()))
        && (stage == null || stage.equals(cause.stage()))
        && (topic == null || topic.equals(cause.topic()))
        && (since == null || !letter.at().isBefore(since));
  }
}
