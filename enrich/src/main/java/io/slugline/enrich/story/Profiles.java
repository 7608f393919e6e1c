package io.slugline.enrich.story;

import io.slugline.contract.StoryProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what a story is about and how it grew. */
final class Profiles {
  private static final int ENTITIES = 20;
  private static final int KEYWORDS = 10;
  private static final Duration SHOWN = Duration.ofHours(48);

  private Profiles() {}

  static StoryProfile of(List<Member> members, int independent) {
    List<Subjects> subjects = Fit.sample(members).stream().map(Member::subjects).toList();
    return new StoryProfile(entities(subjects), keywords(subjects), independent, growth(members));
  }

  private static List<StoryProfile.Named> entities(List<Subjects> subjects) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Subjects one : subjects) {
      for (Subjects.Named entity : one.entities()) {
        counts.merge(entity.entity(), 1, Integer::sum);
        names.putIfAbsent(entity.entity(), entity.name());
      }
    }
    return commonest(counts, ENTITIES).stream()
        .map(
            id ->
                new StoryProfile.Named(id, names.getOrDefault(id, id), counts.getOrDefault(id, 0)))
        .toList();
  }

  private static List<String> keywords(List<Subjects> subjects) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Subjects one : subjects) {
      one.keywords().forEach(keyword -> counts.merge(keyword, 1, Integer::sum));
    }
    return commonest(counts, KEYWORDS);
  }

  /** Of those that are equally common, the ones that came first. */
  private static List<String> commonest(Map<String, Integer> counts, int most) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<StoryProfile.Hour> growth(List<Member> members) {
    Instant last = Instant.MIN;
    for (Member member : members) if (member.time().isAfter(last)) last = member.time();
    Map<Instant, Integer> hours = new TreeMap<>();
    for (Member member : members) {
      if (member.at() == null || member.at().plus(SHOWN).isBefore(last)) continue;
      hours.merge(member.at().truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
    }
    return hours.entrySet().stream()
        .map(hour -> new StoryProfile.Hour(hour.getKey(), hour.getValue()))
        .toList();
  }
}
