package io.slugline.enrich.story;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a story keeps of its articles from before the window: how many they were and whose. Its size
 * grows with the outlets, not with the articles.
 */
final class Past {
  private final Set<String> outlets = new TreeSet<>();
  private final Set<String> authors = new TreeSet<>();
  private final Set<String> running = new TreeSet<>();
  private int articles;
  private int unnamed;
  private int unnamedAuthors;
  private int copyGroups;

  /** Its sums alone, in the order in which they are written. */
  int[] sums() {
    return new int[] {articles, unnamed, unnamedAuthors, copyGroups};
  }

  /** Its names alone, in the order in which they are written. */
  List<Set<String>> names() {
    return List.of(outlets, authors, running);
  }

  /** With these sums, its names still to be added. */
  static Past of(int[] sums) {
    Past past = new Past();
    past.add(sums);
    return past;
  }

  private void add(int[] sums) {
    articles += sums[0];
    unnamed += sums[1];
    unnamedAuthors += sums[2];
    copyGroups += sums[3];
  }

  boolean isEmpty() {
    return articles == 0;
  }

  /** Takes an article in that leaves the story's memory, and knows those that stay. */
  void take(Member gone, Collection<Member> staying) {
    articles++;
    if (gone.source() == null) unnamed++;
    else outlets.add(gone.source());
    if (running.add(gone.copyGroup())) begin(gone.source());
    boolean goesOn =
        staying.stream().anyMatch(member -> member.copyGroup().equals(gone.copyGroup()));
    if (!goesOn) running.remove(gone.copyGroup());
  }

  private void begin(@Nullable String author) {
    copyGroups++;
    if (author == null) unnamedAuthors++;
    else authors.add(author);
  }

  void add(Past other) {
    add(other.sums());
    for (int i = 0; i < names().size(); i++) names().get(i).addAll(other.names().get(i));
  }

  /** The counts of all articles, these and the ones that are still there. */
  Counts with(List<Member> members) {
    Set<String> named = new HashSet<>(outlets);
    Set<String> wrote = new HashSet<>(authors);
    Set<String> groups = new HashSet<>(running);
    int nameless = unnamed;
    int namelessWrote = unnamedAuthors;
    for (Member member : members) {
      boolean own = groups.add(member.copyGroup());
      if (member.source() != null) {
        named.add(member.source());
        if (own) wrote.add(member.source());
        continue;
      }
      nameless++;
      if (own) namelessWrote++;
    }
    return new Counts(
        articles + members.size(),
        named.size() + nameless,
        copyGroups + groups.size() - running.size(),
        wrote.size() + namelessWrote);
  }

  /**
   * What a story's record counts.
   *
   * @param independent outlets that wrote a text of their own
   */
  record Counts(int articles, int outlets, int copyGroups, int independent) {}
}
