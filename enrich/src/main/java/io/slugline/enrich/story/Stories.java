package io.slugline.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All open stories of one language, each article in one of them, kept in step with the records and
 * the index. It knows how to move articles, not why.
 */
final class Stories {
  private final Records records;
  private final Index index = new Index();
  private final Comparison comparison = new Comparison();
  private final Map<String, Story> byId = new TreeMap<>();
  private final Map<String, Story> byArticle = new HashMap<>();

  /** The open stories by the ids of those that ended in them. */
  private final Map<String, Story> byEnded = new HashMap<>();

  private long nextOrder;

  private Stories(Records records) {
    this.records = records;
  }

  static Stories restore(Records records) {
    Stories stories = new Stories(records);
    List<Member> members = new ArrayList<>();
    for (Story story : records.restore()) {
      stories.byId.put(story.id(), story);
      story.mergedFrom().forEach(ended -> stories.byEnded.put(ended, story));
      story.members().forEach(member -> stories.byArticle.put(member.article(), story));
      members.addAll(story.members());
    }
    members.sort((a, b) -> Long.compare(a.order(), b.order()));
    for (Member member : members) {
      stories.index.add(member);
      stories.comparison.add(member.features());
    }
    if (!members.isEmpty()) stories.nextOrder = members.get(members.size() - 1).order() + 1;
    return stories;
  }

  /** An article as it is compared: from now on its words count among those of these days. */
  Member measured(Arrival arrival) {
    comparison.add(arrival.features());
    return Member.of(nextOrder++, arrival, comparison.lengths(arrival.features()));
  }

  Comparison comparison() {
    return comparison;
  }

  Collection<Story> all() {
    return byId.values();
  }

  @Nullable Story get(String id) {
    return byId.get(id);
  }

  /** The story that an article stands in; null when it was never placed or is forgotten. */
  @Nullable Story of(String article) {
    return byArticle.get(article);
  }

  Story holding(Member member) {
    Story story = byArticle.get(member.article());
    if (story == null) throw new IllegalStateException(member.article() + " stands in no story");
    return story;
  }

  /** The articles most like these features, the most like first. */
  List<Member> nearest(StoryFeatures features, int most) {
    return index.nearest(features.text(), most);
  }

  /**
   * A new story whose id is made from its first article's; never that of one that ended in an open
   * story, or a reader would take it for that one.
   */
  Story open(String article) {
    String id = idFrom(article);
    for (int again = 2; surviving(id) != null; again++) id = idFrom(article + '/' + again);
    Story story = new Story(id);
    byId.put(id, story);
    return story;
  }

  private static String idFrom(String article) {
    long upper = Bag.key(article) & 0xffff_ffffL;
    long lower = Bag.key("story " + article) & 0xffff_ffffL;
    return String.format("s%08x%08x", upper, lower);
  }

  /** Takes in an article that was measured before. */
  void add(Member arrived, Story story) {
    Member member = records.article(arrived);
    story.add(List.of(member));
    byArticle.put(member.article(), story);
    index.add(member);
    records.placement(member, story);
  }

  /** Takes an article out for good; its story may be left empty. */
  void remove(Member member, Story story) {
    story.take(List.of(member));
    byArticle.remove(member.article());
    index.remove(member);
    comparison.remove(member.features());
    records.forgetArticle(member);
  }

  /** Lets go of a story's articles from before a time; what they add up to stays. */
  void age(Story story, Instant limit, Member arrived) {
    List<Member> outdated = story.outdated(limit, arrived);
    if (outdated.isEmpty()) return;
    for (Member member : outdated) {
      remove(member, story);
      story.past().take(member, story.members());
    }
    records.story(story);
  }

  /** Moves articles of one story into another. */
  void move(List<Member> members, Story from, Story to) {
    List<Member> pinned = from.take(members);
    to.add(members);
    pinned.forEach(to::pin);
    for (Member member : members) {
      byArticle.put(member.article(), to);
      records.placement(member, to);
    }
  }

  /** What is known of a story whose articles have moved into another one. */
  void absorb(Story ends, Story stays) {
    stays.mergedFrom().add(ends.id());
    stays.mergedFrom().addAll(ends.mergedFrom());
    stays.mergedFrom().forEach(ended -> byEnded.put(ended, stays));
    stays.past().add(ends.past());
    if (ends.isBound()) stays.bind();
    for (String id : List.copyOf(ends.apart())) {
      Story apart = byId.get(id);
      if (apart == null || apart == stays) continue;
      stays.apart().add(id);
      apart.apart().add(stays.id());
      records.story(apart);
    }
    drop(ends);
    records.story(stays);
  }

  /** Both stay as they are, and apart from each other. */
  void part(Story one, Story other) {
    one.apart().add(other.id());
    other.apart().add(one.id());
    records.story(one);
    records.story(other);
  }

  /** What was cut off a story stays away from all that the story was to stay away from. */
  void inherit(Story from, Story to) {
    for (String id : from.apart()) {
      Story apart = byId.get(id);
      if (apart != null && apart != to) part(apart, to);
    }
  }

  /** Keeps a story's articles where they are until a person says otherwise. */
  void pin(Story story) {
    story.pinAll();
    story.members().forEach(member -> records.placement(member, story));
  }

  /** The open story of an id, or the one that it was merged into. */
  @Nullable Story surviving(String id) {
    Story story = byId.get(id);
    return story == null ? byEnded.get(id) : story;
  }

  /** Forgets a story and what is left in it. */
  void drop(Story story) {
    for (Member member : List.copyOf(story.members())) remove(member, story);
    for (String other : story.apart()) {
      Story apart = byId.get(other);
      if (apart != null && apart.apart().remove(story.id())) records.story(apart);
    }
    byId.remove(story.id());
    story.mergedFrom().forEach(ended -> byEnded.remove(ended, story));
    records.forgetStory(story);
  }
}
