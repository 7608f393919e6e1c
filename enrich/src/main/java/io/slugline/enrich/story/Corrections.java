package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.List;

/** Finds what later articles show to have been wrong: one story that is two, two that are one. */
final class Corrections {
  private final StorySettings settings;

  Corrections(StorySettings settings) {
    this.settings = settings;
  }

  /** Whether two stories tell of the same happening. */
  boolean belongTogether(Story left, Story right) {
    if (left.apart().contains(right.id())) return false;
    return between(Ranking.sample(left.members()), Ranking.sample(right.members()))
        >= settings.merge();
  }

  static double between(List<Member> left, List<Member> right) {
    double sum = 0;
    for (Member mine : left) {
      for (Member theirs : right) sum += Likeness.of(mine, theirs).sameStory();
    }
    return sum / left.size() / right.size();
  }

  /** The part that does not belong to the story's first article; empty when the story is one. */
  List<Member> stranger(Story story) {
    List<Member> members = story.members();
    if (story.isBound() || members.size() < 3 || members.size() > 24) return List.of();
    List<List<Member>> parts = twoParts(members);
    if (between(parts.get(0), parts.get(1)) >= settings.split()) return List.of();
    return parts.get(0).contains(members.get(0)) ? parts.get(1) : parts.get(0);
  }

  /** Joins the most alike parts, on average, until two are left. */
  private static List<List<Member>> twoParts(List<Member> members) {
    int size = members.size();
    double[][] sums = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        sums[i][j] = Likeness.of(members.get(i), members.get(j)).sameStory();
        sums[j][i] = sums[i][j];
      }
    }
    List<List<Member>> parts = new ArrayList<>();
    for (Member member : members) parts.add(new ArrayList<>(List.of(member)));
    for (int left = size; left > 2; left--) joinClosest(parts, sums);
    parts.removeIf(List::isEmpty);
    return parts;
  }

  private static void joinClosest(List<List<Member>> parts, double[][] sums) {
    int one = -1;
    int two = -1;
    double most = -1;
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < i; j++) {
        int pairs = parts.get(i).size() * parts.get(j).size();
        if (pairs > 0 && sums[i][j] / pairs > most) {
          most = sums[i][j] / pairs;
          one = j;
          two = i;
        }
      }
    }
    parts.get(one).addAll(parts.get(two));
    parts.get(two).clear();
    for (int i = 0; i < parts.size(); i++) {
      sums[one][i] += sums[two][i];
      sums[i][one] += sums[i][two];
    }
  }
}
