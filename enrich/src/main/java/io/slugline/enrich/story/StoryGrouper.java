package io.slugline.enrich.story;

import io.slugline.contract.StoryChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Groups one language's articles into stories, in their order of arrival. One thread; the same
 * arrivals and orders give the same stories, whether or not it was restored in between.
 */
public final class StoryGrouper {
  /** A story that fits less is not looked at for a merge; two parts of one crowd each other. */
  private static final double WORTH_A_LOOK = .1;

  private static final Comparator<Story> BY_AGE =
      Comparator.comparingLong(story -> story.members().get(0).order());

  private final Stories stories;
  private final StorySettings settings;
  private final Corrections corrections;
  private final Closing closing;
  private final Copies copies;

  private StoryGrouper(Stories stories, StorySettings settings) {
    this.stories = stories;
    this.settings = settings;
    this.corrections = new Corrections(settings, stories.comparison());
    this.copies = new Copies(stories.comparison().chance());
    this.closing = new Closing(settings.window());
    stories.all().forEach(closing::watch);
  }

  /** A grouper that goes on where the one that wrote the memory stopped. */
  public static StoryGrouper restore(StoryMemory memory, StorySettings settings) {
    return new StoryGrouper(Stories.restore(new Records(memory)), settings);
  }

  /** Places an article that comes for the first time. */
  public Placed place(Arrival arrival) {
    if (stories.of(arrival.article()) != null) return revise(arrival);
    List<Change> changes = new ArrayList<>();
    if (arrival.at() != null) changes.addAll(close(arrival.at()));
    Member arrived = stories.measured(arrival);
    Ranking ranking = Ranking.of(arrived, stories);
    Member copied = copies.original(arrived, ranking.near());
    if (copied != null) arrived = arrived.copyOf(copied.copyGroup()).amid(ranking.crowd());
    Fit fit = copied == null ? chosen(ranking) : fit(arrived, stories.holding(copied));
    arrived = arrived.amid(fit == null ? ranking.crowd() : fit.crowd());
    Story story = fit == null ? stories.open(arrived.article()) : fit.story();
    stories.add(arrived, story);
    if (fit == null) closing.watch(story);
    correct(arrived, fit, ranking, changes);
    if (arrival.at() != null) letGo(arrived, arrival.at());
    return placed(arrived, fit, changes);
  }

  private void letGo(Member arrived, Instant now) {
    stories.age(stories.holding(arrived), now.minus(settings.window()), arrived);
  }

  private @Nullable Fit chosen(Ranking ranking) {
    return ranking.fits().stream()
        .findFirst()
        .filter(fit -> fit.strength() >= settings.join())
        .orElse(null);
  }

  private @Nullable Fit fit(Member arrived, Story story) {
    return Fit.within(arrived, story, stories.comparison());
  }

  private Placed placed(Member arrived, @Nullable Fit fit, List<Change> changes) {
    return new Placed(
        stories.holding(arrived).snapshot(settings),
        Reasons.of(arrived, fit, stories.comparison()),
        arrived.copyGroup(),
        changes);
  }

  private void correct(
      Member arrived, @Nullable Fit joined, Ranking ranking, List<Change> changes) {
    if (!settings.corrects()) return;
    for (Fit fit : ranking.fits()) {
      Story mine = stories.holding(arrived);
      Story other = stories.get(fit.story().id());
      if (other == null || other == mine || fit.strength() < WORTH_A_LOOK) continue;
      double likeness = corrections.likeness(mine, other);
      if (likeness >= settings.merge()) {
        changes.add(merged(mine, other, because("alike", likeness), null, arrived.time()));
      }
    }
    Facing came = stories.comparison().facing(arrived);
    for (Fit fit : ranking.fits()) {
      if (fit.most() < settings.join()) continue;
      for (Member near : Fit.sample(List.copyOf(fit.story().members()))) {
        moveIfBetter(near, arrived, came, changes);
      }
    }
    // Nothing came that is unlike a part of the story: it is as much of one piece as before.
    if (joined == null || joined.least() >= settings.split()) return;
    Story story = stories.holding(arrived);
    List<Member> strangers = corrections.stranger(story);
    if (!strangers.isEmpty()) {
      changes.add(parted(story, strangers, "two parts that are not alike", null, arrived.time()));
    }
  }

  private void moveIfBetter(Member near, Member arrived, Facing came, List<Change> changes) {
    Story from = stories.holding(near);
    Story to = stories.holding(arrived);
    if (from == to || !corrections.belongsTo(near, from, to, came)) return;
    stories.move(List.of(near), from, to);
    closing.watch(from);
    changes.add(
        changed(
            to,
            StoryChange.Kind.SPLIT,
            from.id(),
            List.of(near.article()),
            "fits better here",
            null,
            arrived.time()));
  }

  private static String because(String what, double likeness) {
    return String.format(Locale.ROOT, "%s: %.2f", what, likeness);
  }

  /** Takes a changed text of an article that was placed before. */
  public Placed revise(Arrival arrival) {
    Story story = stories.of(arrival.article());
    if (story == null) return place(arrival);
    List<Change> changes = new ArrayList<>();
    Member before = member(story, arrival.article());
    boolean wasPinned = story.isPinned(before);
    stories.remove(before, story);
    Member arrived = stories.measured(arrival).copyOf(before.copyGroup()).amid(before.crowd());
    if (wasPinned) story.pin(arrived);
    stories.add(arrived, story);
    Fit fit = fit(arrived, story);
    boolean stranger = fit != null && fit.strength() < settings.split() && !wasPinned;
    if (stranger && settings.corrects()) {
      changes.add(
          parted(story, List.of(stored(arrived)), "its new text left", null, arrived.time()));
    }
    return placed(arrived, fit, changes);
  }

  private Member stored(Member arrived) {
    return member(stories.holding(arrived), arrived.article());
  }

  private static Member member(Story story, String article) {
    return story.members().stream()
        .filter(member -> member.article().equals(article))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A person's order: both are one story. The grouper never takes these articles apart again, and
   * what is like either part joins. An id that ended in another story means that one.
   *
   * @return what became of it; nothing when they are one already, or one of them is not open
   */
  public List<Change> merge(String story, String other, String by, Instant at) {
    Story one = stories.surviving(story);
    Story two = stories.surviving(other);
    if (one == null || two == null || one == two) return List.of();
    one.apart().remove(two.id());
    two.apart().remove(one.id());
    one.bind();
    two.bind();
    Change change = merged(one, two, "ordered", by, at);
    Story stays = stories.get(change.story()) == one ? one : two;
    stories.pin(stays);
    return List.of(change);
  }

  /**
   * A person's order: these articles are another story. The grouper never makes one story of both
   * again, whatever comes, and leaves the articles of both where they are.
   *
   * @param articles those that leave; what is not in the story is passed over
   * @return what became of it; nothing when none or all of its articles would leave
   */
  public List<Change> split(String story, List<String> articles, String by, Instant at) {
    Story from = stories.surviving(story);
    if (from == null) return List.of();
    List<Member> leaving =
        from.members().stream().filter(member -> articles.contains(member.article())).toList();
    if (leaving.isEmpty() || leaving.size() == from.members().size()) return List.of();
    Change change = parted(from, leaving, "ordered", by, at);
    Story to = stories.get(change.story());
    if (to == null) throw new IllegalStateException("no story " + change.story());
    stories.part(from, to);
    stories.pin(from);
    stories.pin(to);
    return List.of(change);
  }

  /**
   * A person's order: nothing is left of this article's text, here and in what is written from now
   * on. A story that had no other article closes.
   */
  public List<Change> forget(String article, String by, Instant at) {
    Story story = stories.of(article);
    if (story == null) return List.of();
    stories.remove(member(story, article), story);
    if (!story.members().isEmpty()) {
      closing.watch(story);
      return List.of();
    }
    stories.drop(story);
    return List.of(Change.closed(story, "erased", by, at));
  }

  /** Closes and forgets what has been quiet for a window. */
  public List<Change> close(Instant now) {
    List<Change> changes = new ArrayList<>();
    for (Story story : closing.quiet(now)) {
      changes.add(Change.closed(story, "quiet since " + story.lastSeenAt(), null, now));
      stories.drop(story);
    }
    return changes;
  }

  private Change merged(Story one, Story two, String why, @Nullable String by, Instant at) {
    boolean oneFirst = BY_AGE.compare(one, two) <= 0;
    Story stays = oneFirst ? one : two;
    Story ends = oneFirst ? two : one;
    List<Member> moving = List.copyOf(ends.members());
    List<String> articles = moving.stream().map(Member::article).toList();
    stories.move(moving, ends, stays);
    stories.absorb(ends, stays);
    return changed(stays, StoryChange.Kind.MERGED, ends.id(), articles, why, by, at);
  }

  private Change parted(
      Story from, List<Member> leaving, String why, @Nullable String by, Instant at) {
    Story to = stories.open(leaving.get(0).article());
    stories.move(leaving, from, to);
    stories.inherit(from, to);
    closing.watch(from);
    closing.watch(to);
    List<String> articles = leaving.stream().map(Member::article).toList();
    return changed(to, StoryChange.Kind.SPLIT, from.id(), articles, why, by, at);
  }

  private Change changed(
      Story story,
      StoryChange.Kind kind,
      String other,
      List<String> moved,
      String why,
      @Nullable String by,
      Instant at) {
    return new Change(
        story.id(),
        kind,
        List.of(other),
        moved,
        why,
        by,
        at,
        story.snapshot(settings),
        story.standing());
  }
}
