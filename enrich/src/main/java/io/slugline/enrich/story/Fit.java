package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How well an article fits a story.
 *
 * @param strength mean chance, over the story's articles, to tell of the same happening; over the
 *     half that is most like it where a person put the story together
 * @param nearest the story's article that is most like it
 * @param most its chance
 * @param least the chance of the article that is least like it
 * @param crowd how closely other stories surround the article, see {@link Crowd}
 */
record Fit(Story story, double strength, Member nearest, double most, double least, Crowd crowd) {
  private static final int COMPARED = 24;

  /** How an article fits its story's other articles; null when it has none. */
  static @Nullable Fit within(Member article, Story story, Comparison comparison) {
    List<Member> others = new ArrayList<>(sample(story.members()));
    others.removeIf(member -> member.article().equals(article.article()));
    return of(article, story, others, comparison.facing(article)::within);
  }

  /** How an article of another story would fit; null when the story has no articles. */
  static @Nullable Fit across(Member article, Story story, Comparison comparison) {
    List<Member> all = sample(story.members());
    return of(article, story, all, comparison.facing(article)::across);
  }

  private static @Nullable Fit of(
      Member article, Story story, List<Member> members, ToDoubleFunction<Member> chance) {
    if (members.isEmpty()) return null;
    double[] chances = members.stream().mapToDouble(chance).toArray();
    return of(story, members, chances, article.crowd());
  }

  /**
   * @param chances one for each of the members, to tell of the same happening
   */
  static Fit of(Story story, List<Member> members, double[] chances, Crowd crowd) {
    int nearest = 0;
    for (int i = 1; i < chances.length; i++) if (chances[i] > chances[nearest]) nearest = i;
    double[] ascending = chances.clone();
    Arrays.sort(ascending);
    double strength = mean(ascending, story.isBound() ? ascending.length / 2 : 0);
    return new Fit(story, strength, members.get(nearest), chances[nearest], ascending[0], crowd);
  }

  private static double mean(double[] chances, int from) {
    double sum = 0;
    for (int i = from; i < chances.length; i++) sum += chances[i];
    return sum / (chances.length - from);
  }

  /** All of few articles; of many the first third and the latest. */
  static List<Member> sample(List<Member> members) {
    int size = members.size();
    if (size <= COMPARED) return members;
    List<Member> sample = new ArrayList<>(members.subList(0, COMPARED / 3));
    sample.addAll(members.subList(size - COMPARED + COMPARED / 3, size));
    return sample;
  }
}
