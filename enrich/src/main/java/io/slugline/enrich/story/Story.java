package io.slugline.enrich.story;

import io.slugline.contract.StorySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** One open story and its articles, in order of arrival. */
final class Story {
  private static final int LISTED = 200;

  /** A story is known by so many of its first articles. */
  private static final int LEADING = 8;

  private final String id;
  private final List<Member> members = new ArrayList<>();
  private final List<String> mergedFrom = new ArrayList<>();
  private final Set<String> apart = new TreeSet<>();
  private final Set<String> pinned = new TreeSet<>();
  private final Past past = new Past();
  private boolean bound;

  Story(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  List<Member> members() {
    return members;
  }

  List<String> mergedFrom() {
    return mergedFrom;
  }

  /** Ids of the stories that a person parted from this one. */
  Set<String> apart() {
    return apart;
  }

  /** Whether a person put these articles where they are: then only a person takes them away. */
  boolean holdsPinned(Collection<Member> some) {
    return !pinned.isEmpty() && some.stream().anyMatch(member -> pinned.contains(member.article()));
  }

  boolean isPinned(Member member) {
    return pinned.contains(member.article());
  }

  void pin(Member member) {
    pinned.add(member.article());
  }

  void pinAll() {
    members.forEach(this::pin);
  }

  /** Takes articles out, and says which of them were pinned. */
  List<Member> take(List<Member> leaving) {
    List<Member> wasPinned = leaving.stream().filter(this::isPinned).toList();
    members.removeAll(Set.copyOf(leaving));
    leaving.forEach(member -> pinned.remove(member.article()));
    return wasPinned;
  }

  /** Whether a person put it together of parts that need not be alike. */
  boolean isBound() {
    return bound;
  }

  void bind() {
    bound = true;
  }

  void add(Collection<Member> more) {
    members.addAll(more);
    members.sort(Comparator.comparingLong(Member::order));
  }

  Instant lastSeenAt() {
    return members.stream().map(Member::time).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  Instant firstSeenAt() {
    return members.stream().map(Member::time).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
  }

  /** What is left of its articles from before the window. */
  Past past() {
    return past;
  }

  /**
   * The articles from before a time; the first few stay, as the story is known by them.
   *
   * @param arrived stays too, whenever it came
   */
  List<Member> outdated(Instant limit, Member arrived) {
    return members.stream()
        .skip(LEADING)
        .filter(member -> member.at() != null && member.at().isBefore(limit))
        .filter(member -> member.order() != arrived.order())
        .toList();
  }

  /** As it stands now. */
  StorySnapshot snapshot(StorySettings settings) {
    List<Member> leads = leads(settings);
    Past.Counts counts = past.with(members);
    return new StorySnapshot(
        id,
        title(leads),
        place(leads),
        firstSeenAt(),
        lastSeenAt(),
        standing().subList(Math.max(0, members.size() - LISTED), members.size()),
        counts.articles(),
        counts.outlets(),
        counts.copyGroups(),
        mergedFrom,
        Profiles.of(members, counts.independent()));
  }

  /** Ids of its articles, in order of arrival. */
  List<String> standing() {
    return members.stream().map(Member::article).toList();
  }

  /** The articles that may give it its title, the best first. */
  private List<Member> leads(StorySettings settings) {
    List<Member> first = members.subList(0, Math.min(LEADING, members.size()));
    return switch (settings.lead()) {
      case FIRST -> first;
      case COMPLETE -> sorted(first, member -> -member.features().length());
      case TRUSTED -> sorted(first, member -> trust(member, settings.trusted()));
    };
  }

  private static List<Member> sorted(List<Member> members, ToIntFunction<Member> by) {
    return members.stream().sorted(Comparator.comparingInt(by)).toList();
  }

  private static int trust(Member member, List<String> trusted) {
    int place = member.source() == null ? -1 : trusted.indexOf(member.source());
    return place < 0 ? trusted.size() : place;
  }

  private static String title(List<Member> leads) {
    return leads.stream()
        .map(Member::title)
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElse("");
  }

  private static @Nullable String place(List<Member> leads) {
    return leads.stream().map(Member::place).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
