package io.slugline.enrich.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All names as one automaton over words. */
final class Names {
  private Vocabulary vocabulary = Vocabulary.growing();
  private final Trie trie = new Trie();
  private final Senses senses = new Senses();

  /** A name that was found: how many words, and where it ends in the automaton. */
  record Match(int length, int node) {}

  void add(GazetteerFile.Name name, int entity) {
    Words words = words(name.text());
    if (words.size() == 0) throw new IllegalStateException("a name without letters: " + name);
    int[] ids = new int[words.size()];
    int capitals = 0;
    for (int i = 0; i < ids.length; i++) {
      ids[i] = words.id(i);
      if (i < Integer.SIZE && words.isCapital(i)) capitals |= 1 << i;
    }
    boolean acronym = ids.length == 1 && words.isAllCapitals(0);
    int node = trie.node(ids);
    int known = known(node, entity);
    if (known == Trie.NONE) trie.add(node, senses.add(entity, name.guard(), capitals, acronym));
    else senses.loosen(known, capitals, acronym);
  }

  /**
   * An entity's spellings that differ in case and accents only are one name, guarded as the first.
   */
  private int known(int node, int entity) {
    for (int link = trie.firstSense(node); link >= 0; link = trie.nextSense(link)) {
      if (senses.entity(trie.sense(link)) == entity) return trie.sense(link);
    }
    return Trie.NONE;
  }

  /** Ends the adding. */
  void freeze() {
    vocabulary = vocabulary.frozen();
    trie.trim(vocabulary.size());
    senses.trim();
  }

  int size() {
    return senses.size();
  }

  Words words(String text) {
    return new Words(text, vocabulary);
  }

  /** The longest name that begins with a word. */
  @Nullable Match longest(Words words, int first) {
    int node = trie.root(words.id(first));
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
    return best == 0 ? null : new Match(best, bestNode);
  }

  /** What a name may mean as it is written here, the weightiest first. */
  List<Sense> senses(Words words, int first, Match match, EntityTable entities) {
    List<Sense> meant = new ArrayList<>(2);
    for (int link = trie.firstSense(match.node()); link >= 0; link = trie.nextSense(link)) {
      int sense = trie.sense(link);
      if (!senses.fits(sense, words, first, match.length())) continue;
      meant.add(new Sense(entities.entity(senses.entity(sense)), senses.guard(sense)));
    }
    meant.sort(Comparator.comparingInt((Sense sense) -> -sense.entity().weight()));
    return meant;
  }

  private boolean fits(int node, Words words, int first, int length) {
    for (int link = trie.firstSense(node); link >= 0; link = trie.nextSense(link)) {
      if (senses.fits(trie.sense(link), words, first, length)) return true;
    }
    return false;
  }
}
