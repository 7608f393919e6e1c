package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.Mention;
import io.slugline.enrich.gazetteer.Gazetteer;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.language.Languages;
import io.slugline.enrich.name.NameFinder;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the mentions of an article and binds them to entities. Safe for many threads. */
public final class EntityTagger {
  private final Gazetteer gazetteer;
  private final NameReader reader;
  private final Measures measures = new Measures();
  private final Weapons weapons = new Weapons();
  private final Ships ships = new Ships();

  /**
   * @param reader reads the names of English articles
   */
  EntityTagger(Gazetteer gazetteer, NameReader reader) {
    this.gazetteer = gazetteer;
    this.reader = reader;
  }

  /**
   * The tagger that ships, with everything it needs.
   *
   * @throws IllegalStateException when something is missing
   */
  public static EntityTagger load() {
    return new EntityTagger(Gazetteer.load(), new ModelReader(NameFinder.load()));
  }

  /** The list that mentions are bound to. */
  public Gazetteer gazetteer() {
    return gazetteer;
  }

  /**
   * The mentions of both fields, ordered by field and start. What is not English passes with the
   * gazetteer and rules alone.
   */
  public List<Mention> tag(Tokens title, Tokens body, Languages languages) {
    List<Tokens> texts = List.of(title, body);
    List<Tokens> english = List.of(languages.englishTitle(title), languages.englishBody(body));
    boolean hasEnglish = english.stream().anyMatch(tokens -> tokens.size() > 0);
    NameReader names = hasEnglish ? reader : new NameReader.Nothing();
    List<List<Named>> read = names.read(english);
    Reading reading = new Reading(gazetteer, names.version());
    List<Mention> mentions = new ArrayList<>();
    for (Field field : Field.values()) {
      Tokens tokens = texts.get(field.ordinal());
      List<Hit> hits = gazetteer.find(tokens);
      reading.add(field, tokens, hits, read.get(field.ordinal()));
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

  /** Version of each list, model and rule set that mentions are made with. */
  public Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("gazetteer", gazetteer.version());
    for (String rules : List.of(Measures.FOUND_BY, Weapons.FOUND_BY, Ships.FOUND_BY)) {
      put(versions, rules);
    }
    put(versions, Reading.SHORT_FORMS);
    put(versions, reader.version());
    return versions;
  }

  private static void put(Map<String, String> versions, String nameAndVersion) {
    int slash = nameAndVersion.indexOf('/');
    if (slash > 0) {
      versions.put(nameAndVersion.substring(0, slash), nameAndVersion.substring(slash + 1));
    }
  }
}
