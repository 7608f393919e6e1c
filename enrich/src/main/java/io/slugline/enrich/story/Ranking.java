package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stories that an article may belong to, the likeliest first.
 *
 * @param copied the article whose text it has; null when its text is new
 */
record Ranking(List<Fit> fits, @Nullable Member copied) {
  private static final int CANDIDATES = 48;
  private static final int STORIES = 10;
  private static final int COMPARED = 24;

  /**
   * How well an article fits a story.
   *
   * @param strength mean chance, over the story's articles, to tell of the same happening
   * @param nearest the story's article that is most like it
   */
  record Fit(Story story, double strength, Member nearest, Likeness likeness) {}

  static Ranking of(Member arrived, Stories stories) {
    List<Member> candidates =
        stories.nearest(arrived.features(), CANDIDATES).stream()
            .filter(candidate -> !candidate.article().equals(arrived.article()))
            .toList();
    Set<Story> near = new LinkedHashSet<>();
    for (Member candidate : candidates) {
      Story story = stories.of(candidate.article());
      if (story != null && near.size() < STORIES) near.add(story);
    }
    List<Fit> fits = new ArrayList<>();
    for (Story story : near) {
      Fit fit = fit(arrived, story);
      if (fit != null) fits.add(fit);
    }
    fits.sort(Comparator.comparingDouble(fit -> -fit.strength()));
    return new Ranking(fits, copied(arrived, candidates));
  }

  private static @Nullable Member copied(Member arrived, List<Member> candidates) {
    Member copied = null;
    float most = 0;
    for (Member candidate : candidates) {
      Likeness likeness = Likeness.of(arrived, candidate);
      if (likeness.isCopy() && likeness.containment() > most) {
        copied = candidate;
        most = likeness.containment();
      }
    }
    return copied;
  }

  /** How well an article fits one story's other articles; null when it has none. */
  static @Nullable Fit fit(Member arrived, Story story) {
    double sum = 0;
    int compared = 0;
    double most = -1;
    Fit best = null;
    for (Member member : sample(story.members())) {
      if (member.article().equals(arrived.article())) continue;
      Likeness likeness = Likeness.of(arrived, member);
      double chance = likeness.sameStory();
      sum += chance;
      compared++;
      if (chance > most) {
        most = chance;
        best = new Fit(story, chance, member, likeness);
      }
    }
    if (best == null) return null;
    return new Fit(story, sum / compared, best.nearest(), best.likeness());
  }

  /** All of few articles; of many the first third and the latest. */
  static List<Member> sample(List<Member> members) {
    if (members.size() <= COMPARED) return members;
    List<Member> sample = new ArrayList<>(members.subList(0, COMPARED / 3));
    sample.addAll(members.subList(members.size() - COMPARED + COMPARED / 3, members.size()));
    return sample;
  }
}
