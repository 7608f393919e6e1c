package io.slugline.enrich.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that was placed.
 *
 * @param order place in the order of arrival; a revision gets a new one
 * @param copyGroup id of the first article with (nearly) this text
 * @param crowd how closely other stories surrounded it when it came, see {@link Crowd}
 */
record Member(
    long order,
    String article,
    @Nullable String source,
    String title,
    @Nullable Instant at,
    @Nullable String place,
    String copyGroup,
    Crowd crowd,
    Lengths lengths,
    StoryFeatures features) {

  /** Of text and title, by the rarity of words when the article came. */
  record Lengths(float text, float title) {}

  static Member of(long order, Arrival arrival, Lengths lengths) {
    return new Member(
        order,
        arrival.article(),
        arrival.source(),
        arrival.title(),
        arrival.at(),
        arrival.place(),
        arrival.article(),
        Crowd.NONE,
        lengths,
        arrival.features());
  }

  Member copyOf(String group) {
    return new Member(order, article, source, title, at, place, group, crowd, lengths, features);
  }

  Member amid(Crowd others) {
    return new Member(
        order, article, source, title, at, place, copyGroup, others, lengths, features);
  }

  Member kept() {
    return new Member(
        order, article, source, title, at, place, copyGroup, crowd, lengths, features.kept());
  }

  /** Arrival, the beginning of time where it is not known. */
  Instant time() {
    return at == null ? Instant.EPOCH : at;
  }
}
