package io.slugline.enrich.story;

import io.slugline.contract.StorySnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One open story and its articles, in order of arrival. */
final class Story {
  private static final int LISTED = 200;

  /** Title and place are looked for in so many of the first articles. */
  private static final int LEADING = 8;

  private final String id;
  private final List<Member> members = new ArrayList<>();
  private final List<String> mergedFrom = new ArrayList<>();
  private final Set<String> apart = new TreeSet<>();
  private final Set<String> pinned = new TreeSet<>();
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

  /** As it stands now. */
  StorySnapshot snapshot() {
    int listed = Math.max(0, members.size() - LISTED);
    return new StorySnapshot(
        id,
        title(),
        place(),
        firstSeenAt(),
        lastSeenAt(),
        members.subList(listed, members.size()).stream().map(Member::article).toList(),
        members.size(),
        outlets(),
        (int) members.stream().map(Member::copyGroup).distinct().count(),
        mergedFrom);
  }

  private String title() {
    return members.stream()
        .limit(LEADING)
        .map(Member::title)
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElse("");
  }

  private @Nullable String place() {
    return members.stream()
        .limit(LEADING)
        .map(Member::place)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private int outlets() {
    Set<String> named = new HashSet<>();
    int unnamed = 0;
    for (Member member : members) {
      if (member.source() == null) unnamed++;
      else named.add(member.source());
    }
    return named.size() + unnamed;
  }
}
