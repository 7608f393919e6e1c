package io.slugline.enrich.gazetteer;

import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every entity with all its names. Finds the names in a text: whole words only, the longest name at
 * each place, in one walk over the words. Safe for many threads.
 */
public final class Gazetteer {
  private static final String VERSION = "2";

  /** Written by hand first: where two files know one thing, the earlier one's line leads. */
  private static final List<String> FILES =
      List.of(
          "core.tsv",
          "countries.tsv",
          "places.tsv",
          "sanctions.tsv",
          "actors.tsv",
          "companies.tsv",
          "ships.tsv");

  private final Names names;
  private final EntityTable entities;
  private final Vocabulary ids;
  private final int[] indexes;

  Gazetteer(Listing listing) {
    names = new Names();
    entities = new EntityTable();
    Vocabulary growing = Vocabulary.growing();
    for (GazetteerFile.Line line : listing.lines()) {
      growing.number(line.entity().id());
      int index = entities.add(line.entity());
      for (GazetteerFile.Name name : line.names()) names.add(name, index);
    }
    listing.otherIds().keySet().forEach(growing::number);
    indexes = new int[growing.size()];
    for (int i = 0; i < entities.size(); i++) indexes[i] = i;
    listing.otherIds().forEach((id, main) -> indexes[growing.number(id)] = growing.number(main));
    ids = growing.frozen();
    names.freeze();
    entities.trim();
  }

  /**
   * The gazetteer that ships.
   *
   * @throws IllegalStateException when a file is missing or does not read
   */
  public static Gazetteer load() {
    Listing listing = new Listing();
    for (String file : FILES) {
      GazetteerFile.forEach(file, line -> listing.add(GazetteerFile.parse(line)));
    }
    GazetteerFile.forEach("changes.tsv", listing::change);
    return new Gazetteer(listing);
  }

  public String version() {
    return VERSION;
  }

  /** How many names it knows, a name of two things counted twice. */
  public int names() {
    return names.size();
  }

  /** The entity of an id; another register's id, or one that was merged, gives the main one. */
  public Optional<Entity> entity(String id) {
    int number = ids.number(id);
    return number < 0 ? Optional.empty() : Optional.of(entities.entity(indexes[number]));
  }

  /** A first-level part of a country: its line has {@code region:} and its id among other ids. */
  public boolean isState(Entity entity) {
    return ids.number("region:" + entity.id()) >= 0;
  }

  /** Every place where a name stands, in order, none overlapping. */
  public List<Hit> find(Tokens tokens) {
    Words words = names.words(tokens.text());
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Names.Match match = names.longest(words, at);
      if (match != null) hits.add(hit(words, at, match));
      at += match == null ? 1 : match.length();
    }
    return hits;
  }

  private Hit hit(Words words, int first, Names.Match match) {
    int last = first + match.length() - 1;
    return new Hit(
        words.start(first),
        words.end(last),
        match.length(),
        words.isAlone(first, last),
        names.senses(words, first, match, entities));
  }
}
