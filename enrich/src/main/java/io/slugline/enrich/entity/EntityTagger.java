package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.enrich.gazetteer.Gazetteer;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the mentions of an article and binds them to entities. Safe for many threads. */
public final class EntityTagger {
  private final Gazetteer gazetteer;
  private final Measures measures = new Measures();
  private final Weapons weapons = new Weapons();
  private final Ships ships = new Ships();

  EntityTagger(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The tagger that ships, with everything it needs.
   *
   * @throws IllegalStateException when something is missing
   */
  public static EntityTagger load() {
    return new EntityTagger(Gazetteer.load());
  }

  /** The list that mentions are bound to. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /**
   * The mentions of both fields, ordered by field and start.
   *
   * @param language ISO 639-3 code of the article
   */
  public List<Mention> tag(Tokens title, Tokens body, String language) {
    Reading reading = new Reading(gazetteer, "names-en/1");
    List<Mention> mentions = new ArrayList<>();
    for (Field field : Field.values()) {
      Tokens tokens = field == Field.TITLE ? title : body;
      List<Hit> hits = gazetteer.find(tokens);
      reading.add(field, tokens, hits, List.of());
      addTyped(new Passage(field, tokens), hits, mentions);
    }
    mentions.addAll(reading.mentions());
    mentions.sort(
        Comparator.comparing(Mention::field)
            .thenComparingInt(Mention::start)
            .thenComparingInt(Mention::end));
    return mentions;
  }

  /** Weapons, ships and quantities: found by rules, in every article. */
  private void addTyped(Passage passage, List<Hit> hits, List<Mention> mentions) {
    mentions.addAll(measures.find(passage));
    mentions.addAll(weapons.find(passage, hits, gazetteer.version()));
    mentions.addAll(ships.find(passage, hits));
  }

  /** Version of each list and model that mentions are made with. */
  public Map<String, String> versions() {
    return Map.of("gazetteer", gazetteer.version());
  }
}
