package io.slugline.enrich.gazetteer;

import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every entity with all its names. Finds the names in a text: whole words only, the longest name at
 * each place, in one walk over the words. Safe for many threads.
 */
public final class Gazetteer {
  private static final String VERSION = "1";
  private static final List<String> FILES = List.of("countries.tsv", "core.tsv");

  private final Vocabulary vocabulary;
  private final Trie trie;
  private final Senses senses;
  private final Entity[] entities;
  private final Map<String, Integer> byId;

  Gazetteer(List<GazetteerFile.Line> lines) {
    Vocabulary growing = Vocabulary.growing();
    trie = new Trie();
    senses = new Senses();
    entities = new Entity[lines.size()];
    byId = new HashMap<>(lines.size() * 2);
    for (int i = 0; i < entities.length; i++) {
      GazetteerFile.Line line = lines.get(i);
      entities[i] = line.entity();
      if (byId.put(line.entity().id(), i) != null) {
        throw new IllegalStateException("two entities have the id " + line.entity().id());
      }
      for (GazetteerFile.Name name : line.names()) add(i, name, growing);
    }
    trie.trim();
    vocabulary = growing.frozen();
  }

  /**
   * The gazetteer that ships.
   *
   * @throws IllegalStateException when a file is missing or does not read
   */
  public static Gazetteer load() {
    List<GazetteerFile.Line> lines = new ArrayList<>();
    for (String file : FILES) lines.addAll(GazetteerFile.read(file));
    return new Gazetteer(lines);
  }

  public String version() {
    return VERSION;
  }

  /** How many names it knows, a name of two things counted twice. */
  public int names() {
    return trie.names();
  }

  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(byId.get(id)).map(index -> entities[index]);
  }

  /** Every place where a name stands, in order, none overlapping. */
  public List<Hit> find(Tokens tokens) {
    Words words = new Words(tokens.text(), vocabulary);
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = addLongest(words, at, hits);
      at += Math.max(length, 1);
    }
    return hits;
  }

  private int addLongest(Words words, int first, List<Hit> hits) {
    int node = trie.child(Trie.ROOT, words.id(first));
    int best = 0;
    int bestNode = Trie.NONE;
    int length = 1;
    while (node != Trie.NONE) {
      if (fits(node, words, first, length)) {
        best = length;
        bestNode = node;
      }
      int following = first + length;
      if (following == words.size() || words.isParted(following)) break;
      node = trie.child(node, words.id(following));
      length++;
    }
    if (bestNode != Trie.NONE) hits.add(hit(words, first, best, bestNode));
    return best;
  }

  private boolean fits(int node, Words words, int first, int length) {
    for (int link = trie.firstSense(node); link != Trie.NONE; link = trie.nextSense(link)) {
      if (senses.fits(trie.sense(link), words, first, length)) return true;
    }
    return false;
  }

  private Hit hit(Words words, int first, int length, int node) {
    List<Sense> meant = new ArrayList<>(2);
    for (int link = trie.firstSense(node); link != Trie.NONE; link = trie.nextSense(link)) {
      int sense = trie.sense(link);
      if (!senses.fits(sense, words, first, length)) continue;
      meant.add(new Sense(entities[senses.entity(sense)], senses.guard(sense)));
    }
    meant.sort(Comparator.comparingInt((Sense sense) -> -sense.entity().weight()));
    int last = first + length - 1;
    return new Hit(words.start(first), words.end(last), isAlone(words, first, last), meant);
  }

  private static boolean isAlone(Words words, int first, int last) {
    boolean before = first > 0 && !words.isParted(first) && words.isCapital(first - 1);
    boolean after =
        last + 1 < words.size() && !words.isParted(last + 1) && words.isCapital(last + 1);
    return !before && !after;
  }

  private void add(int entity, GazetteerFile.Name name, Vocabulary growing) {
    Words words = new Words(name.text(), growing);
    if (words.size() == 0) {
      throw new IllegalStateException(entities[entity].id() + " has a name without letters");
    }
    int[] ids = new int[words.size()];
    int capitals = 0;
    for (int i = 0; i < ids.length; i++) {
      ids[i] = words.id(i);
      if (i < Integer.SIZE && words.isCapital(i)) capitals |= 1 << i;
    }
    boolean acronym = ids.length == 1 && words.isAllCapitals(0);
    trie.add(ids, ids.length, senses.add(entity, name.guard(), capitals, acronym));
  }
}
