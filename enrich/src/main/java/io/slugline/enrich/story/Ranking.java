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
    Map<String, Member> atHand = new HashMap<>();
    for (Member member : near) {
      if (candidates.size() < STORIES) candidates.add(stories.holding(member));
      atHand.put(member.article(), member);
    }
    Facing facing = stories.comparison().facing(arrived);
    List<Beside> all = new ArrayList<>();
    for (Story story : candidates) all.add(Beside.of(facing, story, atHand));
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

    static Beside of(Facing facing, Story story, Map<String, Member> atHand) {
      List<Member> members = new ArrayList<>();
      List<Likeness> likenesses = new ArrayList<>();
      for (Member member : Fit.sample(story.members())) {
        Member one = atHand.getOrDefault(member.article(), member);
        members.add(one);
        likenesses.add(facing.asCounted(one));
      }
      return new Beside(story, members, likenesses);
    }

    double closest() {
      double closest = 0;
      for (Likeness likeness : likenesses) closest = Math.max(closest, likeness.textToday());
      return closest;
    }

    Fit fit(Chance chance, Crowd crowd) {
      double[] chances = new double[likenesses.size()];
      for (int i = 0; i < chances.length; i++) {
        chances[i] = chance.sameStory(likenesses.get(i), crowd.around());
      }
      return Fit.of(story, members, chances, crowd);
    }
  }
}
