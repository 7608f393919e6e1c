package io.slugline.enrich.gazetteer;

import java.util.Arrays;

/** What each name may mean, and which of its words must be written with a capital. */
final class Senses {
  private static final Guard[] GUARDS = Guard.values();

  private int[] entities = new int[1 << 11];
  private int[] capitals = new int[1 << 11];
  private byte[] guards = new byte[1 << 11];
  private boolean[] acronyms = new boolean[1 << 11];
  private int size;

  int add(int entity, Guard guard, int mustBeCapital, boolean acronym) {
    if (size == entities.length) resize(size * 2);
    entities[size] = entity;
    capitals[size] = mustBeCapital;
    guards[size] = (byte) guard.ordinal();
    acronyms[size] = acronym;
    return size++;
  }

  int size() {
    return size;
  }

  void trim() {
    resize(size);
  }

  /** A name that is also written otherwise ("Nato", "al-Qaida") need not have all its capitals. */
  void loosen(int sense, int mustBeCapital, boolean acronym) {
    if (!acronym) acronyms[sense] = false;
    if (mustBeCapital != 0) capitals[sense] &= mustBeCapital;
  }

  int entity(int sense) {
    return entities[sense];
  }

  Guard guard(int sense) {
    return GUARDS[guards[sense]];
  }

  /** The words of a text from {@code first} on are written as the name asks. */
  boolean fits(int sense, Words words, int first, int length) {
    int must = capitals[sense];
    for (int i = 0; i < length && must != 0; i++, must >>>= 1) {
      if ((must & 1) != 0 && !words.isCapital(first + i)) return false;
    }
    return !acronyms[sense] || words.isAllCapitals(first) && !words.isShouted(first);
  }

  private void resize(int length) {
    entities = Arrays.copyOf(entities, length);
    capitals = Arrays.copyOf(capitals, length);
    guards = Arrays.copyOf(guards, length);
    acronyms = Arrays.copyOf(acronyms, length);
  }
}
