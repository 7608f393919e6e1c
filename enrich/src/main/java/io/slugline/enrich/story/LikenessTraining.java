package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Weights for stories; with the times as they are in the stream. */
  public String stories(List<Example> stream) {
    Comparison comparison = new Comparison();
    List<Logistic.Case> cases = new ArrayList<>();
    pairs(
        stream,
        comparison,
        (earlier, later, together) -> {
          Likeness likeness = comparison.likeness(later, earlier);
          double[] figures = likeness.isDated() ? likeness.dated() : likeness.undated();
          cases.add(new Logistic.Case(figures, together, 1));
        });
    return Logistic.fit(cases).toString();
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
    List<Member> window = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (Example example : stream) {
      StoryFeatures features = example.arrival().features();
      comparison.add(features);
      Member arrived = member(example.arrival(), comparison.lengths(features));
      while (!window.isEmpty() && Likeness.days(window.get(0).at(), arrived.at()) > WINDOW_DAYS) {
        comparison.remove(window.remove(0).features());
        groups.remove(0);
      }
      for (int i = 0; i < window.size(); i++) {
        pair.read(window.get(i), arrived, groups.get(i).equals(example.group()));
      }
      window.add(arrived);
      groups.add(example.group());
    }
  }

  private static Member member(Arrival arrival, Member.Lengths lengths) {
    return Member.of(0, arrival, lengths);
  }
}
