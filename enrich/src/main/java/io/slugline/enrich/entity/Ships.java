package io.slugline.enrich.entity;

import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.gazetteer.Entity;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named ships: a name behind a prefix ("MV Angara") or behind the kind of ship ("the tanker Front
 * Altair"), and ships so well known that the name is enough. Bound to the gazetteer's ship where
 * only one has that name.
 */
final class Ships {
  static final String FOUND_BY = "ships/1";

  private static final int LONGEST_NAME = 4;

  private final Set<String> prefixes;
  private final Set<String> cues;
  private final Set<String> notNames;

  Ships() {
    WordLists lists = WordLists.read("ships.txt");
    prefixes = lists.words("prefixes");
    cues = lists.words("cues");
    notNames = lists.words("not-names");
  }

  List<Mention> find(Passage passage, List<Hit> hits) {
    List<Mention> found = new ArrayList<>();
    Map<Integer, Hit> byEnd = new HashMap<>();
    for (Hit hit : hits) byEnd.put(hit.end(), hit);
    int token = 0;
    while (token < passage.size()) {
      int end = end(passage, token);
      if (end > 0) found.add(mention(passage, first(passage, token), end, byEnd));
      token = end > 0 ? end : token + 1;
    }
    addKnown(passage, hits, found);
    return found;
  }

  private int first(Passage passage, int token) {
    if (isPrefix(passage, token)) return token;
    return isQuote(passage.word(token + 1)) ? token + 2 : token + 1;
  }

  /** One past a ship's name that a cue or prefix here announces; or -1. */
  private int end(Passage passage, int token) {
    boolean prefix = isPrefix(passage, token);
    if (!prefix && !cues.contains(passage.small(token))) return -1;
    int first = token + 1;
    boolean quoted = isQuote(passage.word(first));
    if (quoted) first++;
    int end = first;
    while (end - first < LONGEST_NAME && isNameWord(passage, token, end)) end++;
    if (end == first || Measures.isFigure(passage.word(first))) return -1;
    if (quoted && !isQuote(passage.word(end))) return -1;
    return notNames.contains(passage.small(first)) ? -1 : end;
  }

  private boolean isPrefix(Passage passage, int token) {
    String word = passage.word(token);
    return word.length() >= 2
        && Character.isUpperCase(word.charAt(0))
        && word.equals(word.toUpperCase(java.util.Locale.ROOT))
        && prefixes.contains(passage.small(token));
  }

  private static boolean isNameWord(Passage passage, int cue, int token) {
    if (!passage.sameSentence(cue, token)) return false;
    String word = passage.word(token);
    if (passage.isCapital(token)) return true;
    return Measures.isFigure(word) && word.length() <= 3;
  }

  private static boolean isQuote(String word) {
    return word.length() == 1 && "\"“”‘’'«»".contains(word);
  }

  private static Mention mention(Passage passage, int first, int end, Map<Integer, Hit> hits) {
    Mention bare = passage.mention(first, end, MentionType.SHIP, .85, FOUND_BY);
    List<Entity> ships = ships(hits.get(bare.end()), bare.start());
    if (ships.isEmpty()) return bare;
    if (ships.size() == 1) return bound(bare, ships.get(0), .85);
    return ambiguous(bare, ships);
  }

  private static List<Entity> ships(@Nullable Hit hit, int start) {
    if (hit == null || hit.start() < start) return List.of();
    return hit.senses().stream()
        .map(sense -> sense.entity())
        .filter(entity -> entity.type() == MentionType.SHIP)
        .toList();
  }

  private static void addKnown(Passage passage, List<Hit> hits, List<Mention> found) {
    BitSet taken = new BitSet();
    for (Mention ship : found) taken.set(ship.start(), ship.end());
    for (Hit hit : hits) {
      Entity first = hit.senses().get(0).entity();
      boolean known = first.type() == MentionType.SHIP && hit.senses().get(0).guard() == Guard.NONE;
      int next = taken.nextSetBit(hit.start());
      if (!known || next >= 0 && next < hit.end()) continue;
      Span span = new Span(hit.start(), hit.end());
      String text = span.of(passage.tokens().text());
      Mention bare =
          new Mention(
              passage.field(),
              span.start(),
              span.end(),
              text,
              MentionType.SHIP,
              .9,
              FOUND_BY,
              null,
              null,
              null,
              List.of());
      found.add(bound(bare, first, .9));
    }
  }

  private static Mention bound(Mention bare, Entity ship, double confidence) {
    return new Mention(
        bare.field(),
        bare.start(),
        bare.end(),
        bare.text(),
        bare.type(),
        confidence,
        bare.foundBy(),
        ship.id(),
        ship.name(),
        ship.country(),
        List.of());
  }

  private static Mention ambiguous(Mention bare, List<Entity> ships) {
    List<String> rivals = ships.stream().map(Entity::id).limit(5).toList();
    return new Mention(
        bare.field(),
        bare.start(),
        bare.end(),
        bare.text(),
        bare.type(),
        bare.confidence(),
        bare.foundBy(),
        null,
        null,
        null,
        rivals);
  }
}
