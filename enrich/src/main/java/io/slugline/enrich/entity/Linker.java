package io.slugline.enrich.entity;

import io.slugline.contract.MentionType;
import io.slugline.enrich.gazetteer.Entity;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Sense;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a name means, or that it cannot be settled. A guard keeps a sense out until the
 * article supports it; among the senses left, one must be well ahead of the rest, by how much the
 * world talks of it and by what else the article names.
 */
final class Linker {
  /** How far ahead the first sense must be: four times the people, or the article's country. */
  private static final int AHEAD = 8;

  private static final int NAMED_ELSEWHERE = 40;
  private static final int ITS_COUNTRY = 15;
  private static final int WORLD_KNOWN = 80;
  private static final int WELL_KNOWN = 45;
  private static final int SURE_PERSON_WORDS = 3;

  private final Context context;

  Linker(Context context) {
    this.context = context;
  }

  private record Scored(Sense sense, int score) {}

  /**
   * @param countryBehind the country that stands behind a comma after the name ("Paris, Texas")
   */
  Link link(Spot spot, @Nullable String countryBehind) {
    List<Sense> fitting = fitting(spot);
    if (fitting.isEmpty()) return mistaken(spot);
    List<Sense> there = inCountry(fitting, countryBehind);
    if (there.size() == 1) return Link.to(there.get(0).entity(), .95);
    if (there.size() > 1) return Link.ambiguous(ids(there));
    List<Scored> scored = new ArrayList<>();
    for (Sense sense : fitting) {
      if (mayMean(spot, sense)) scored.add(new Scored(sense, score(spot, sense)));
    }
    if (scored.isEmpty()) return Link.ambiguous(ids(fitting));
    scored.sort(Comparator.comparingInt(candidate -> -candidate.score()));
    Scored first = scored.get(0);
    boolean ahead = scored.size() == 1 || first.score() - scored.get(1).score() >= AHEAD;
    if (!ahead) return Link.ambiguous(scored.stream().map(Linker::id).toList());
    return Link.to(first.sense().entity(), confidence(first.sense().guard(), fitting.size()));
  }

  /** The one well-known thing of a name that the model took for another type. */
  private static Link mistaken(Spot spot) {
    if (spot.senses().isEmpty()) return Link.UNKNOWN;
    Sense first = spot.senses().get(0);
    boolean known =
        first.guard() == Guard.NONE
            && Spotter.isNamed(first.entity().type())
            && first.entity().weight() >= WELL_KNOWN
            && (spot.words() > 1 || isAcronym(spot.text()) || spot.type() != MentionType.PERSON);
    return known ? Link.to(first.entity(), .85) : Link.UNKNOWN;
  }

  private static boolean isAcronym(String text) {
    return text.length() <= 6 && text.chars().noneMatch(Character::isLowerCase);
  }

  private static double confidence(Guard guard, int senses) {
    if (guard == Guard.WEAK) return .75;
    return senses == 1 ? .97 : .9;
  }

  private static List<Sense> inCountry(List<Sense> senses, @Nullable String country) {
    if (country == null || senses.size() < 2) return List.of();
    return senses.stream()
        .filter(sense -> country.equals(sense.entity().country()))
        .filter(sense -> sense.entity().type() == MentionType.LOCATION)
        .toList();
  }

  /** The senses of the type that the model saw, demonyms and ships left out. */
  private static List<Sense> fitting(Spot spot) {
    List<Sense> fitting = new ArrayList<>();
    for (Sense sense : spot.senses()) {
      MentionType type = sense.entity().type();
      if (sense.guard() == Guard.DEMONYM || !Spotter.isNamed(type)) continue;
      if (spot.type() == null || spot.type() == type || isPower(spot, sense)) fitting.add(sense);
    }
    return fitting;
  }

  /** A government is called by its country or capital: the model may take it for one. */
  private static boolean isPower(Spot spot, Sense sense) {
    return spot.type() != MentionType.PERSON
        && sense.entity().weight() >= WORLD_KNOWN
        && (sense.guard() == Guard.NONE || sense.guard() == Guard.PERSONAL);
  }

  private boolean mayMean(Spot spot, Sense sense) {
    return switch (sense.guard()) {
      case NONE -> true;
      case PERSONAL -> spot.type() != null || spot.alone();
      case WEAK -> isSupported(spot, sense.entity());
      case DEMONYM, RIVAL -> false;
    };
  }

  private boolean isSupported(Spot spot, Entity entity) {
    if (context.names(entity, spot.text())) return true;
    String country = entity.country();
    if (spot.type() == null || country == null) return false;
    if (!context.isAbout(country, spot.text())) return false;
    return switch (entity.type()) {
      case PERSON -> spot.words() >= SURE_PERSON_WORDS || entity.id().startsWith("cameo:");
      case ORGANIZATION -> spot.words() > 1;
      default -> true;
    };
  }

  private int score(Spot spot, Sense sense) {
    Entity entity = sense.entity();
    int score = entity.weight();
    if (context.names(entity, spot.text())) score += NAMED_ELSEWHERE;
    String country = entity.country();
    if (country != null && context.isAbout(country, spot.text())) score += ITS_COUNTRY;
    return score;
  }

  private static List<String> ids(List<Sense> senses) {
    return senses.stream().map(sense -> sense.entity().id()).distinct().toList();
  }

  private static String id(Scored scored) {
    return scored.sense().entity().id();
  }
}
