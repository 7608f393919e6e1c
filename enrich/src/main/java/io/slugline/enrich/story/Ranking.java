package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stories that an article may belong to, the likeliest first.
 *
 * @param near the articles that share most with it, the most like first
 */
record Ranking(List<Fit> fits, List<Member> near) {
  private static final int CANDIDATES = 48;
  private static final int STORIES = 10;
  private static final int COMPARED = 24;

  /**
   * How well an article fits a story.
   *
   * @param strength mean chance, over the story's articles, to tell of the same happening; over the
   *     half that is most like it where a person put the story together
   * @param nearest the story's article that is most like it
   * @param most its chance
   * @param least the chance of the article that is least like it
   */
  record Fit(Story story, double strength, Member nearest, double most, double least) {}

  static Ranking of(Member arrived, Stories stories) {
    List<Member> near = stories.nearest(arrived.features(), CANDIDATES);
    Set<Story> candidates = new LinkedHashSet<>();
    for (Member member : near) {
      if (candidates.size() < STORIES) candidates.add(stories.holding(member));
    }
    List<Fit> fits = new ArrayList<>();
    for (Story story : candidates) {
      Fit fit = fit(arrived, story, stories.comparison());
      if (fit != null) fits.add(fit);
    }
    fits.sort(Comparator.comparingDouble(fit -> -fit.strength()));
    return new Ranking(fits, near);
  }

  /** How well an article fits one story's other articles; null when it has none. */
  static @Nullable Fit fit(Member article, Story story, Comparison comparison) {
    List<Member> sample = sample(story.members());
    double[] chances = new double[sample.size()];
    int compared = 0;
    Member nearest = null;
    double most = -1;
    for (Member member : sample) {
      if (member.article().equals(article.article())) continue;
      double chance = comparison.sameStory(article, member);
      chances[compared++] = chance;
      if (chance > most) {
        most = chance;
        nearest = member;
      }
    }
    if (nearest == null) return null;
    Arrays.sort(chances, 0, compared);
    int from = story.isBound() ? compared / 2 : 0;
    double strength = Arrays.stream(chances, from, compared).average().orElse(0);
    return new Fit(story, strength, nearest, most, chances[0]);
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
