package io.slugline.alerting.console.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Story screen.
 *
 * @param alert the alert that the keys are about; empty when none is
 * @param groups the copy groups, each in order of arrival
 * @param timeline every decision, the latest first
 */
public record StoryPage(
    String id,
    String headline,
    String place,
    int articles,
    int outlets,
    @Nullable Instant first,
    @Nullable Instant last,
    Strip strip,
    String alert,
    List<Card> alerts,
    List<Because> why,
    List<CopyGroup> groups,
    List<Line> timeline) {

  /** One alert on the story. */
  public record Card(
      String id,
      boolean shown,
      String severity,
      Row.State state,
      String watch,
      String watchTitle,
      String receiver,
      int pages,
      String reason,
      String owner,
      String ownersNote,
      @Nullable Instant ownedUntil,
      String wakes,
      boolean firing,
      boolean silenced) {}

  /** Why a watch fired: its clauses, the first ones and what may be folded. */
  public record Because(String watchTitle, List<Why> clauses, List<Why> more) {}

  /** A clause of a watch that was fulfilled, and the words that fulfil it. */
  public record Why(String clause, String entity, List<Quote> quotes, List<Quote> more) {}

  /**
   * The sentence with the words that matched.
   *
   * @param alias the name that the text uses for the entity; empty when the clause names none
   */
  public record Quote(
      List<Piece> pieces,
      String alias,
      String outlet,
      String field,
      String article,
      @Nullable Instant at) {}

  /** An article and its copies. */
  public record CopyGroup(Item lead, List<Item> copies) {}

  /** An article in the list. */
  public record Item(
      String id,
      String outlet,
      String title,
      String link,
      String language,
      int revision,
      Instant at) {}

  /** A line of the timeline; what happened several times running stands in it once. */
  public record Line(
      Instant at,
      String kind,
      String sign,
      String label,
      String who,
      String watch,
      String words,
      int times) {}
}
