package io.slugline.enrich.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One kind of predicate: attributes of words around the token, joined with up to two tags before
 * it.
 *
 * @param name begins the predicates; tells the parts: {@code -1l0s} is the word before in small
 *     letters with the shape of this one, {@code h} the tag before, {@code hh} the two before
 * @param seed the key of the name
 * @param tags how many tags before take part
 */
record Template(String name, long seed, int tags, int[] offsets, int[] attributes) {

  static Template of(int tags, Object... offsetsAndAttributes) {
    StringBuilder name = new StringBuilder("h".repeat(tags));
    int parts = offsetsAndAttributes.length / 2;
    int[] offsets = new int[parts];
    int[] attributes = new int[parts];
    for (int part = 0; part < parts; part++) {
      offsets[part] = (Integer) offsetsAndAttributes[2 * part];
      Attribute attribute = (Attribute) offsetsAndAttributes[2 * part + 1];
      attributes[part] = attribute.ordinal();
      name.append(offsets[part]).append(attribute.code);
    }
    return new Template(name.toString(), Hashes.of(name), tags, offsets, attributes);
  }

  /** Whether it asks where the token stands in listed names. */
  boolean isListed() {
    return Arrays.stream(attributes).anyMatch(attribute -> attribute >= Attribute.countOfWord());
  }

  int firstOffset() {
    return Arrays.stream(offsets).min().orElse(0);
  }

  int lastOffset() {
    return Arrays.stream(offsets).max().orElse(0);
  }

  /** Whether it asks of one word only, or of two neighbours only, and not of lists. */
  boolean spans(int words) {
    return !isListed() && offsets.length > 0 && lastOffset() - firstOffset() == words - 1;
  }

  /** The key of a predicate as a model's file has it: the template's name and its values. */
  static long key(String predicate) {
    int from = predicate.indexOf('|');
    if (from < 0) return Hashes.of(predicate);
    long key = Hashes.of(predicate, 0, from);
    while (from < predicate.length()) {
      int to = predicate.indexOf('|', from + 1);
      if (to < 0) to = predicate.length();
      key = Hashes.join(key, Hashes.of(predicate, from + 1, to));
      from = to;
    }
    return key;
  }

  static List<Template> sum(List<Template> first, List<Template> second) {
    List<Template> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
