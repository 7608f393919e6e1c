package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stories that an article that comes may belong to, the likeliest first.
 *
 * @param near the articles that share most with it, the most like first
 * @param crowd how closely all of these stories surround it
 */
record Ranking(List<Fit> fits, List<Member> near, Crowd crowd) {
  static final int CANDIDATES = 48;
  static final int STORIES = 10;

  static Ranking of(Member arrived, Stories stories) {
    List<Member> near = Member.atHand(stories.nearest(arrived.features(), CANDIDATES));
    Set<Story> candidates = new LinkedHashSet<>();
    for (Member member : near) {
      if (candidates.size() < STORIES) candidates.add(stories.holding(member));
    }
    List<Beside> all = new ArrayList<>();
    Map<String, Member> atHand = new HashMap<>();
    near.forEach(member -> atHand.put(member.article(), member));
    for (Story story : candidates) {
      List<Member> members =
          Fit.sample(story.members()).stream()
              .map(member -> atHand.getOrDefault(member.article(), member))
              .toList();
      all.add(Beside.of(arrived, story, members, stories.comparison()));
    }
    double[] closest = all.stream().mapToDouble(Beside::closest).toArray();
    Chance chance = stories.comparison().chance();
    List<Fit> fits = new ArrayList<>();
    for (int i = 0; i < closest.length; i++) {
      fits.add(all.get(i).fit(chance, Crowd.of(closest, i)));
    }
    fits.sort(Comparator.comparingDouble(fit -> -fit.strength()));
    return new Ranking(fits, near, Crowd.of(closest, -1));
  }

  /** The article beside one story, before it is known what else is near. */
  private record Beside(Story story, List<Member> members, List<Likeness> likenesses) {

    static Beside of(Member arrived, Story story, List<Member> members, Comparison comparison) {
      return new Beside(
          story,
          members,
          members.stream().map(member -> comparison.asCounted(arrived, member)).toList());
    }

    double closest() {
      return likenesses.stream().mapToDouble(Likeness::textToday).max().orElse(0);
    }

    Fit fit(Chance chance, Crowd crowd) {
      double[] chances =
          likenesses.stream().mapToDouble(like -> chance.sameStory(like, crowd.around())).toArray();
      return Fit.of(story, members, chances, crowd);
    }
  }
}
