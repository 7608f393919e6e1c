package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Finds what later articles show to have been wrong: one story that is two, two that are one. */
final class Corrections {
  private static final int MOST = 24;

  private final StorySettings settings;
  private final Comparison comparison;

  Corrections(StorySettings settings, Comparison comparison) {
    this.settings = settings;
    this.comparison = comparison;
  }

  /** How alike the articles of two stories are on average; nothing when a person parted them. */
  double likeness(Story left, Story right) {
    if (left.apart().contains(right.id())) return 0;
    return mean(Fit.sample(left.members()), Fit.sample(right.members()), Facing::across);
  }

  private double mean(
      List<Member> left, List<Member> right, ToDoubleBiFunction<Facing, Member> chance) {
    double sum = 0;
    List<Member> others = Member.atHand(right);
    for (Member one : left) {
      Facing mine = comparison.facing(one);
      for (Member theirs : others) sum += chance.applyAsDouble(mine, theirs);
    }
    return sum / left.size() / right.size();
  }

  /** Whether an article of one story clearly belongs to another one, to which one just came. */
  boolean belongsTo(Member member, Story from, Story to, Facing came) {
    if (from.isPinned(member) || from.members().size() < 2) return false;
    if (from.apart().contains(to.id())) return false;
    if (came.across(member) < settings.join()) return false;
    Fit there = Fit.across(member, to, comparison);
    Fit here = Fit.within(member, from, comparison);
    if (there == null || here == null || there.strength() < settings.join()) return false;
    return there.strength() > here.strength() + settings.margin();
  }

  /** The part that does not belong to the story's first article; empty when the story is one. */
  List<Member> stranger(Story story) {
    List<Member> members = story.members();
    if (members.size() < 2 || members.size() > MOST) return List.of();
    List<List<Member>> parts = twoParts(members);
    if (mean(parts.get(0), parts.get(1), Facing::within) >= settings.split()) return List.of();
    boolean firstStays =
        story.holdsPinned(parts.get(0))
            || !story.holdsPinned(parts.get(1)) && parts.get(0).contains(members.get(0));
    List<Member> stranger = parts.get(firstStays ? 1 : 0);
    if (story.holdsPinned(stranger)) return List.of();
    return stranger.stream().sorted(Comparator.comparingLong(Member::order)).toList();
  }

  /** Joins the most alike parts, on average, until two are left. */
  private List<List<Member>> twoParts(List<Member> members) {
    int size = members.size();
    List<Member> atHand = Member.atHand(members);
    double[][] sums = new double[size][size];
    for (int i = 0; i < size; i++) {
      Facing mine = comparison.facing(atHand.get(i));
      for (int j = 0; j < i; j++) {
        sums[i][j] = mine.within(atHand.get(j));
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
