package io.slugline.enrich.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds stories of two languages that tell of one happening, by what their first articles name.
 * Words cannot be compared across languages; ids of entities and figures can.
 */
public final class Links {
  static final int LEAST_SHARED = 2;

  private static final double ALIKE = .55;
  private static final double NUMBER = .05;
  private static final int MOST_NUMBERS = 2;
  private static final Duration APART = Duration.ofDays(2);

  /** Glimpses without the entity that are taken for granted, as few glimpses say little. */
  private static final double UNSEEN = 20;

  private static final Comparator<Glimpse> BY_AGE =
      Comparator.comparing(Glimpse::at).thenComparing(Glimpse::story);

  private final TreeMap<Instant, List<Glimpse>> recent = new TreeMap<>();
  private final Map<String, Set<Glimpse>> naming = new HashMap<>();
  private int size;

  /**
   * Two stories of one happening.
   *
   * @param shared ids of entities that both name
   */
  public record Link(Glimpse later, Glimpse first, List<String> shared, double likeness) {}

  /** Takes one in that was taken before; finds nothing. */
  public void restore(Glimpse glimpse) {
    recent.computeIfAbsent(glimpse.at(), at -> new ArrayList<>()).add(glimpse);
    for (String entity : glimpse.entities()) {
      naming.computeIfAbsent(entity, e -> new LinkedHashSet<>()).add(glimpse);
    }
    size++;
  }

  /** The stories that a new one is linked with, of each other language the likeliest. */
  public List<Link> take(Glimpse glimpse) {
    Map<String, Link> best = new TreeMap<>();
    Set<Glimpse> candidates = new LinkedHashSet<>();
    for (String entity : glimpse.entities())
      candidates.addAll(naming.getOrDefault(entity, Set.of()));
    for (Glimpse other : candidates) {
      if (other.language().equals(glimpse.language())) continue;
      if (Duration.between(other.at(), glimpse.at()).abs().compareTo(APART) > 0) continue;
      Link link = link(glimpse, other);
      if (link.shared().size() < LEAST_SHARED || link.likeness() < ALIKE) continue;
      best.merge(other.language(), link, (a, b) -> b.likeness() > a.likeness() ? b : a);
    }
    restore(glimpse);
    return List.copyOf(best.values());
  }

  /** Lets go of what is too old to be linked with anything from now on, and gives it out. */
  public List<Glimpse> outdated(Instant now) {
    List<Glimpse> outdated = new ArrayList<>();
    while (!recent.isEmpty() && recent.firstKey().isBefore(now.minus(APART))) {
      outdated.addAll(recent.pollFirstEntry().getValue());
    }
    for (Glimpse old : outdated) {
      for (String entity : old.entities()) {
        naming.computeIfPresent(entity, (e, all) -> all.remove(old) && all.isEmpty() ? null : all);
      }
    }
    size -= outdated.size();
    return outdated;
  }

  private Link link(Glimpse one, Glimpse other) {
    Set<String> shared = new TreeSet<>(one.entities());
    shared.retainAll(other.entities());
    double both = squares(shared);
    double cosine = both / Math.sqrt(squares(one.entities()) * squares(other.entities()));
    long numbers = one.numbers().stream().filter(other.numbers()::contains).count();
    double likeness = Math.min(1, cosine + NUMBER * Math.min(MOST_NUMBERS, numbers));
    boolean oneFirst = BY_AGE.compare(one, other) < 0;
    return new Link(oneFirst ? other : one, oneFirst ? one : other, List.copyOf(shared), likeness);
  }

  private double squares(Collection<String> entities) {
    double squares = 0;
    for (String entity : entities) {
      double named = naming.getOrDefault(entity, Set.of()).size();
      double rarity = Math.log((size + UNSEEN) / (named + 1));
      squares += rarity * rarity;
    }
    return squares;
  }
}
