package io.slugline.enrich.entity;

import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.enrich.gazetteer.Entity;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.gazetteer.Sense;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Weapons by what they are called, not by name: a head word ("missiles", "artillery shells") with
 * the words that say which kind ("short-range ballistic").
 */
final class Weapons {
  static final String FOUND_BY = "weapons/1";

  private final Set<String> heads;
  private final Set<String> pairs;
  private final Set<String> pairBegins;
  private final Set<String> modifiers;
  private final Set<String> notBefore;

  Weapons() {
    WordLists lists = WordLists.read("weapons.txt");
    heads = lists.words("heads");
    pairs = lists.words("pairs");
    pairBegins = new HashSet<>();
    for (String pair : pairs) pairBegins.add(pair.substring(0, pair.indexOf(' ')));
    modifiers = lists.words("modifiers");
    notBefore = lists.words("not-before");
  }

  /** Named weapons of the gazetteer, and those that are only called what they are. */
  List<Mention> find(Passage passage, List<Hit> hits, String gazetteer) {
    List<Mention> found = new ArrayList<>();
    for (Hit hit : hits) {
      Sense sense = hit.senses().get(0);
      if (sense.entity().type() == MentionType.WEAPON && sense.guard() == Guard.NONE) {
        found.add(named(passage, hit, sense.entity(), "gazetteer/" + gazetteer));
      }
    }
    BitSet taken = new BitSet();
    for (Mention named : found) taken.set(named.start(), named.end());
    for (Mention called : called(passage)) {
      int next = taken.nextSetBit(called.start());
      if (next < 0 || next >= called.end()) found.add(called);
    }
    return found;
  }

  private static Mention named(Passage passage, Hit hit, Entity weapon, String foundBy) {
    return new Mention(
        passage.field(),
        hit.start(),
        hit.end(),
        passage.tokens().text().substring(hit.start(), hit.end()),
        MentionType.WEAPON,
        .95,
        foundBy,
        weapon.id(),
        weapon.name(),
        weapon.country(),
        List.of());
  }

  private List<Mention> called(Passage passage) {
    List<Mention> found = new ArrayList<>();
    int free = 0;
    int token = 0;
    while (token < passage.size()) {
      int end = endOfHead(passage, token);
      if (end < 0) {
        token++;
        continue;
      }
      int first = firstModifier(passage, token, free);
      if (!notBefore.contains(passage.small(token - 1))) {
        found.add(passage.mention(first, end, MentionType.WEAPON, .85, FOUND_BY));
      }
      free = end;
      token = end;
    }
    return found;
  }

  /** One past the head that begins here, the longest; or -1. */
  private int endOfHead(Passage passage, int token) {
    if (!mayBegin(passage.word(token))) return -1;
    int end = -1;
    int at = token;
    while (at - token < 4) {
      boolean pair = isPair(passage, at);
      if (pair) {
        end = at + 2;
        at++;
      } else if (heads.contains(passage.small(at))) {
        end = at + 1;
        at++;
      } else {
        break;
      }
    }
    return end;
  }

  private boolean isPair(Passage passage, int at) {
    return pairBegins.contains(passage.small(at))
        && pairs.contains(passage.small(at) + " " + passage.small(at + 1));
  }

  private static boolean mayBegin(String word) {
    return word.length() > 2 && Character.isLetter(word.charAt(0));
  }

  private int firstModifier(Passage passage, int head, int free) {
    int first = head;
    while (first > free && passage.sameSentence(head, first - 1)) {
      int longer = modifier(passage, first);
      if (longer == first || longer < free) break;
      first = longer;
    }
    return first;
  }

  /** Where the modifier before a token begins; "short-range" may be three tokens. */
  private int modifier(Passage passage, int end) {
    if (modifiers.contains(passage.small(end - 1))) return end - 1;
    boolean hyphened =
        passage.small(end - 2).equals("-")
            && passage.isJoined(end - 1)
            && passage.isJoined(end - 2);
    String whole = passage.small(end - 3) + "-" + passage.small(end - 1);
    return hyphened && modifiers.contains(whole) ? end - 3 : end;
  }
}
