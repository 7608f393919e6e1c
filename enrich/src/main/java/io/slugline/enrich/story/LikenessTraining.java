package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns how much each kind of likeness counts, from articles whose stories are known. */
public final class LikenessTraining {
  private static final double WINDOW_DAYS = 7;
  private static final double HARD = .2;

  /** An article and the story or copy group that the data puts it in. */
  public record Example(Arrival arrival, String group) {}

  /** Two articles of which the data says whether they are one text. */
  public record Judged(Arrival left, Arrival right, boolean same) {}

  private interface Pair {
    void read(Member earlier, Member later, boolean together);
  }

  /** What came before an article and is still in the window, each with its group. */
  private interface Arriving {
    void read(Member arrived, String group, List<Member> window, List<String> groups);
  }

  /** Weights for stories; with the times as they are in the stream. */
  public String stories(List<Example> stream) {
    Comparison comparison = new Comparison();
    List<Logistic.Case> cases = new ArrayList<>();
    arrivals(
        stream,
        comparison,
        (arrived, group, window, groups) -> {
          List<Likeness> likenesses =
              window.stream().map(comparison.facing(arrived)::likeness).toList();
          Map<String, Double> closest = closest(arrived, window, groups, comparison);
          for (int i = 0; i < window.size(); i++) {
            double crowd = crowd(closest, groups.get(i));
            Likeness likeness = likenesses.get(i);
            double[] figures = likeness.isDated() ? likeness.dated(crowd) : likeness.undated();
            cases.add(new Logistic.Case(figures, groups.get(i).equals(group), 1));
          }
        });
    return Logistic.fit(cases).toString();
  }

  /** As in {@link Ranking}, with the stories as the data has them. */
  private static Map<String, Double> closest(
      Member arrived, List<Member> window, List<String> groups, Comparison comparison) {
    Index index = new Index();
    Map<Member, String> groupOf = new HashMap<>();
    for (int i = 0; i < window.size(); i++) {
      index.add(window.get(i));
      groupOf.put(window.get(i), groups.get(i));
    }
    List<Member> near = index.nearest(arrived.features().text(), Ranking.CANDIDATES);
    Set<String> candidates = new LinkedHashSet<>();
    for (Member member : near) {
      if (candidates.size() < Ranking.STORIES) candidates.add(groupOf.getOrDefault(member, ""));
    }
    Map<String, Double> closest = new HashMap<>();
    Facing facing = comparison.facing(arrived);
    for (int i = 0; i < window.size(); i++) {
      if (!candidates.contains(groups.get(i))) continue;
      double today = facing.asCounted(window.get(i)).textToday();
      closest.merge(groups.get(i), today, Math::max);
    }
    return closest;
  }

  private static float crowd(Map<String, Double> closest, String held) {
    Map<String, Double> others = new HashMap<>(closest);
    others.remove(held);
    return Crowd.of(others.values().stream().mapToDouble(d -> d).toArray(), -1).around();
  }

  /**
   * Weights for copies, with titles and without.
   *
   * @param stream articles with copy groups; other articles on the same story teach the difference
   * @param judged pairs, which count as much as the stream
   */
  public Map<String, String> copies(List<Example> stream, List<Judged> judged) {
    List<Logistic.Case> titled = new ArrayList<>();
    List<Logistic.Case> untitled = new ArrayList<>();
    pairs(
        stream,
        new Comparison(),
        (earlier, later, together) -> {
          double likeness = later.features().text().cosine(earlier.features().text());
          if (together || likeness > HARD) learn(earlier, later, together, titled, untitled);
        });
    List<Logistic.Case> judgedTitled = new ArrayList<>();
    List<Logistic.Case> judgedUntitled = new ArrayList<>();
    for (Judged pair : judged) {
      Member left = member(pair.left(), new Member.Lengths(0, 0));
      Member right = member(pair.right(), new Member.Lengths(0, 0));
      learn(left, right, pair.same(), judgedTitled, judgedUntitled);
    }
    return new HashMap<>(
        Map.of(
            "titled", Logistic.fit(both(titled, judgedTitled)).toString(),
            "untitled", Logistic.fit(both(untitled, judgedUntitled)).toString()));
  }

  private static List<Logistic.Case> both(List<Logistic.Case> one, List<Logistic.Case> two) {
    List<Logistic.Case> both = new ArrayList<>(Logistic.half(one));
    both.addAll(Logistic.half(two));
    return both;
  }

  private static void learn(
      Member left,
      Member right,
      boolean same,
      List<Logistic.Case> titled,
      List<Logistic.Case> untitled) {
    Sketch.Shared shared = left.features().sketch().shared(right.features().sketch());
    untitled.add(new Logistic.Case(Copies.untitled(left, right, shared), same, 1));
    titled.add(new Logistic.Case(Copies.titled(left, right, shared), same, 1));
  }

  private static void pairs(List<Example> stream, Comparison comparison, Pair pair) {
    arrivals(
        stream,
        comparison,
        (arrived, group, window, groups) -> {
          for (int i = 0; i < window.size(); i++) {
            pair.read(window.get(i), arrived, groups.get(i).equals(group));
          }
        });
  }

  private static void arrivals(List<Example> stream, Comparison comparison, Arriving each) {
    List<Member> window = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (Example example : stream) {
      StoryFeatures features = example.arrival().features();
      while (!window.isEmpty() && isOver(window.get(0), example.arrival())) {
        comparison.remove(window.remove(0).features());
        groups.remove(0);
      }
      comparison.add(features);
      Member arrived = member(example.arrival(), comparison.lengths(features));
      each.read(arrived, example.group(), window, groups);
      window.add(arrived);
      groups.add(example.group());
    }
  }

  private static boolean isOver(Member earlier, Arrival now) {
    return Likeness.days(earlier.at(), now.at()) > WINDOW_DAYS;
  }

  private static Member member(Arrival arrival, Member.Lengths lengths) {
    return Member.of(0, arrival, lengths);
  }
}
