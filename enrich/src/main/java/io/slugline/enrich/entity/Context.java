package io.slugline.enrich.entity;

import io.slugline.enrich.gazetteer.Entity;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Sense;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the strong names of an article say: which countries it is about, and which entities. */
final class Context {
  private static final int WELL_KNOWN = 50;

  private final Map<String, Set<String>> countries = new HashMap<>();
  private final Map<String, Set<String>> entities = new HashMap<>();

  static Context of(List<Spot> spots) {
    Context context = new Context();
    spots.forEach(context::add);
    return context;
  }

  private void add(Spot spot) {
    if (spot.senses().isEmpty()) return;
    Sense first = spot.senses().get(0);
    Entity entity = first.entity();
    boolean speaks = first.guard() == Guard.NONE || first.guard() == Guard.DEMONYM;
    if (!speaks || entity.weight() < WELL_KNOWN) return;
    if (spot.type() != null && spot.type() != entity.type()) return;
    if (first.guard() == Guard.NONE) note(entities, entity.id(), spot.text());
    String country = entity.country();
    if (country != null) note(countries, country, spot.text());
  }

  private static void note(Map<String, Set<String>> said, String what, String text) {
    said.computeIfAbsent(what, key -> new HashSet<>()).add(text);
  }

  /** Another name of the article speaks of the country. */
  boolean isAbout(String country, String exceptText) {
    return isSaid(countries, country, exceptText);
  }

  /** The article names the entity by another name too, one that cannot be mistaken. */
  boolean names(Entity entity, String exceptText) {
    return isSaid(entities, entity.id(), exceptText);
  }

  private static boolean isSaid(Map<String, Set<String>> said, String what, String exceptText) {
    Set<String> texts = said.get(what);
    return texts != null && (texts.size() > 1 || !texts.contains(exceptText));
  }
}
