package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.enrich.gazetteer.Entity;
import io.slugline.enrich.gazetteer.Gazetteer;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.gazetteer.Sense;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One article while its names are settled: first what each name may mean, then what the article as
 * a whole says of it, then the short names it uses.
 */
final class Reading {
  static final String SHORT_FORMS = "short-forms/1";

  private static final int COUNTRY_WEIGHT = 90;
  private static final int WORLD_KNOWN = 80;
  private static final int MODEL_FREE_WEIGHT = 34;

  private final Gazetteer gazetteer;
  private final String model;
  private final Map<Field, Tokens> texts = new EnumMap<>(Field.class);
  private final Map<Field, List<Spot>> spots = new EnumMap<>(Field.class);

  /**
   * @param model name and version of what found the names
   */
  Reading(Gazetteer gazetteer, String model) {
    this.gazetteer = gazetteer;
    this.model = model;
  }

  void add(Field field, Tokens tokens, List<Hit> hits, List<Named> names) {
    texts.put(field, tokens);
    spots.put(field, new Spotter(field, tokens.text(), hits).spots(names));
  }

  List<Mention> mentions() {
    List<Spot> all = new ArrayList<>();
    spots.values().forEach(all::addAll);
    Linker linker = new Linker(Context.of(all));
    ShortForms shortForms = new ShortForms();
    Map<Field, List<Settled>> settled = new EnumMap<>(Field.class);
    spots.forEach((field, found) -> settled.put(field, settle(field, found, linker)));
    settled.forEach((field, found) -> shortForms.learn(found, text(field)));
    List<Mention> mentions = new ArrayList<>();
    settled.forEach((field, found) -> mentions.addAll(finish(field, found, shortForms)));
    return mentions;
  }

  private List<Mention> finish(Field field, List<Settled> settled, ShortForms shortForms) {
    List<Mention> mentions = new ArrayList<>();
    for (Settled one : settled) mentions.add(mention(shortForms.resolve(one)));
    for (Settled one : shortForms.find(field, text(field), settled)) mentions.add(mention(one));
    return mentions;
  }

  private List<Settled> settle(Field field, List<Spot> found, Linker linker) {
    List<Settled> settled = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Spot spot = found.get(i);
      if (isDemonym(spot)) {
        Entity country = spot.senses().get(0).entity();
        settled.add(
            new Settled(spot, MentionType.NATIONALITY, Link.to(country, .97), Finder.GAZETTEER));
        continue;
      }
      Link link = linker.link(spot, countryBehind(text(field).text(), found, i));
      if (spot.type() != null) {
        settled.add(new Settled(spot, type(spot.type(), link), link, Finder.MODEL));
      } else if (link.entity() != null && standsAlone(spot, link.entity())) {
        settled.add(new Settled(spot, link.entity().type(), link, Finder.GAZETTEER));
      }
    }
    return settled;
  }

  /** The gazetteer corrects the model, but a state named for its government stays what it was. */
  private static MentionType type(MentionType read, Link link) {
    Entity entity = link.entity();
    if (entity == null || entity.type() == read) return read;
    boolean capital = entity.weight() >= WORLD_KNOWN && entity.weight() < COUNTRY_WEIGHT;
    return capital ? read : entity.type();
  }

  /**
   * Where no model reads the language the gazetteer is believed on what is well known or of several
   * words; where one does and saw nothing, only on what was written by hand.
   */
  private boolean standsAlone(Spot spot, Entity entity) {
    boolean byHand = entity.id().indexOf(':') < 0;
    if (byHand) return true;
    if (model.isEmpty()) return spot.words() > 1 || entity.weight() >= MODEL_FREE_WEIGHT;
    return spot.words() > 1 && entity.weight() >= MODEL_FREE_WEIGHT;
  }

  private static boolean isDemonym(Spot spot) {
    return spot.type() == null
        && !spot.senses().isEmpty()
        && spot.senses().get(0).guard() == Guard.DEMONYM;
  }

  /** "Paris, Texas": the country of what stands behind a comma, when that is a country or state. */
  private @Nullable String countryBehind(String text, List<Spot> found, int index) {
    if (index + 1 == found.size()) return null;
    int end = found.get(index).span().end();
    Spot next = found.get(index + 1);
    boolean comma = next.span().start() == end + 2 && text.startsWith(", ", end);
    if (!comma || next.senses().isEmpty()) return null;
    Sense sense = next.senses().get(0);
    return isCountryOrState(sense.entity()) ? sense.entity().country() : null;
  }

  private boolean isCountryOrState(Entity entity) {
    return entity.weight() >= COUNTRY_WEIGHT || gazetteer.isState(entity);
  }

  private Tokens text(Field field) {
    Tokens tokens = texts.get(field);
    if (tokens == null) throw new IllegalStateException("no text for " + field);
    return tokens;
  }

  private Mention mention(Settled settled) {
    Spot spot = settled.spot();
    Entity entity = settled.link().entity();
    double confidence = entity == null ? spot.confidence() : settled.link().confidence();
    return new Mention(
        spot.field(),
        spot.span().start(),
        spot.span().end(),
        spot.text(),
        settled.type(),
        confidence,
        foundBy(settled.finder()),
        entity == null ? null : entity.id(),
        entity == null ? null : entity.name(),
        entity == null ? null : entity.country(),
        settled.link().rivals());
  }

  private String foundBy(Finder finder) {
    return switch (finder) {
      case MODEL -> model;
      case GAZETTEER -> "gazetteer/" + gazetteer.version();
      case SHORT_FORMS -> SHORT_FORMS;
    };
  }
}
