package io.slugline.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that was placed, or is about to be.
 *
 * @param order place in the order of arrival; a revision gets a new one
 * @param copyGroup id of the first article with (nearly) this text
 * @param crowd how closely other stories surrounded it when it came
 * @param shelved where its content lies; reading it takes a microsecond
 */
record Member(
    long order,
    String article,
    @Nullable String source,
    @Nullable Instant at,
    String copyGroup,
    Crowd crowd,
    Lengths lengths,
    Shelved shelved) {

  /** Of text and title, by the rarity of words when the article came. */
  record Lengths(float text, float title) {}

  /** Gives an article's content: at hand, or packed away. */
  interface Shelved {

    StoryFeatures features();

    /** Empty when it has none. */
    String title();

    /** The place that its place line names. */
    @Nullable String dateline();

    Subjects subjects();
  }

  private record AtHand(
      StoryFeatures features, String title, @Nullable String dateline, Subjects subjects)
      implements Shelved {}

  static Member of(long order, Arrival arrival, Lengths lengths) {
    return new Member(
        order,
        arrival.article(),
        arrival.source(),
        arrival.at(),
        arrival.article(),
        Crowd.NONE,
        lengths,
        new AtHand(arrival.features(), arrival.title(), arrival.place(), arrival.subjects()));
  }

  Member copyOf(String group) {
    return new Member(order, article, source, at, group, crowd, lengths, shelved);
  }

  Member amid(Crowd others) {
    return new Member(order, article, source, at, copyGroup, others, lengths, shelved);
  }

  Member shelvedAs(Shelved where) {
    return new Member(order, article, source, at, copyGroup, crowd, lengths, where);
  }

  /** The same with its features at hand and nothing else, to be compared with many. */
  Member atHand() {
    return shelved instanceof AtHand
        ? this
        : shelvedAs(new AtHand(features(), "", null, Subjects.NONE));
  }

  static List<Member> atHand(List<Member> members) {
    List<Member> atHand = new ArrayList<>(members.size());
    for (Member member : members) atHand.add(member.atHand());
    return atHand;
  }

  StoryFeatures features() {
    return shelved.features();
  }

  String title() {
    return shelved.title();
  }

  @Nullable String place() {
    return shelved.dateline();
  }

  Subjects subjects() {
    return shelved.subjects();
  }

  /** Arrival, the beginning of time where it is not known. */
  Instant time() {
    return at == null ? Instant.EPOCH : at;
  }
}
