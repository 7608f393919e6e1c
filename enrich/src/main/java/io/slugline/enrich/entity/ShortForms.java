package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short names that an article makes for itself: an acronym in brackets behind its long form, a
 * person's surname once the full name was said. A short name that would stand for two things is
 * ambiguous.
 */
final class ShortForms {
  private static final Pattern BRACKETED =
      Pattern.compile("\\G[\"”’]?\\s?\\(([A-Z][A-Za-z&]{1,7})\\)");
  private static final Set<String> FAMILY_FIRST =
      Set.of("KP", "KR", "CN", "TW", "HK", "MM", "VN", "KH");

  private final Map<String, List<Settled>> meanings = new HashMap<>();

  /** Learns from everything that was settled in one field. */
  void learn(List<Settled> settled, Tokens tokens) {
    for (Settled one : settled) {
      if (one.type() == MentionType.PERSON) learnSurname(one);
      else learnAcronym(one, tokens.text());
    }
  }

  private void learnSurname(Settled person) {
    String[] words = person.spot().text().split(" ");
    if (words.length < 2) return;
    String country = person.link().entity() == null ? null : person.link().entity().country();
    boolean familyFirst = country != null && FAMILY_FIRST.contains(country);
    boolean hyphenated = words.length == 2 && words[1].indexOf('-') > 0;
    note(familyFirst || hyphenated ? words[0] : words[words.length - 1], person);
  }

  private void learnAcronym(Settled named, String text) {
    Matcher bracketed = BRACKETED.matcher(text).region(named.spot().span().end(), text.length());
    if (!bracketed.lookingAt()) return;
    String acronym = bracketed.group(1);
    if (isOf(acronym, named.spot().text())) note(acronym, named);
  }

  /** The acronym's letters begin the last words of the name, small words left out or not. */
  static boolean isOf(String acronym, String name) {
    StringBuilder all = new StringBuilder();
    StringBuilder large = new StringBuilder();
    for (String word : name.split("[\\s-]+")) {
      if (word.isEmpty()) continue;
      all.append(Character.toUpperCase(word.charAt(0)));
      if (Character.isUpperCase(word.charAt(0))) large.append(word.charAt(0));
    }
    String letters = acronym.replaceAll("[^A-Z]", "");
    return letters.length() >= 2
        && (all.toString().endsWith(letters) || large.toString().endsWith(letters));
  }

  private void note(String form, Settled meaning) {
    List<Settled> known = meanings.computeIfAbsent(form, key -> new ArrayList<>());
    boolean same = known.stream().anyMatch(other -> isSame(other, meaning));
    if (!same) known.add(meaning);
  }

  private static boolean isSame(Settled one, Settled other) {
    if (one.link().entity() != null && one.link().entity().equals(other.link().entity())) {
      return true;
    }
    return one.spot().text().equals(other.spot().text());
  }

  boolean isEmpty() {
    return meanings.isEmpty();
  }

  private static boolean isPerson(Settled meaning) {
    return meaning.type() == MentionType.PERSON;
  }

  /** What a mention that was settled on its own means in the light of the short names. */
  Settled resolve(Settled settled) {
    List<Settled> known = meanings.get(settled.spot().text());
    if (known == null || settled.link().isKnown() && known.size() > 1) return settled;
    if (known.size() == 1) {
      Settled meaning = known.get(0);
      boolean guessed = settled.finder() == Finder.GAZETTEER && isPerson(meaning);
      boolean acronym = !isPerson(meaning) && !settled.link().isKnown();
      boolean fits = guessed || acronym || settled.type() == meaning.type();
      return fits ? settled.as(meaning.type(), shorter(meaning.link())) : settled;
    }
    List<String> rivals = new ArrayList<>();
    for (Settled meaning : known) {
      if (meaning.link().entity() != null) rivals.add(meaning.link().entity().id());
    }
    return settled.as(settled.type(), Link.ambiguous(rivals));
  }

  /** Places of short names that nothing found by itself, where they are linked and unambiguous. */
  List<Settled> find(Field field, Tokens tokens, List<Settled> taken) {
    List<Settled> found = new ArrayList<>();
    if (meanings.isEmpty()) return found;
    BitSet covered = covered(taken);
    for (int token = 0; token < tokens.size(); token++) {
      int start = tokens.start(token);
      if (!Character.isUpperCase(tokens.text().charAt(start)) || covered.get(start)) continue;
      List<Settled> known = meanings.get(tokens.word(token));
      if (known == null || known.size() != 1 || !known.get(0).link().isKnown()) continue;
      if (isInName(tokens, token)) continue;
      found.add(shortened(field, tokens, token, known.get(0)));
    }
    return found;
  }

  private static boolean isInName(Tokens tokens, int token) {
    return isCapitalBeside(tokens, token, token - 1) || isCapitalBeside(tokens, token, token + 1);
  }

  private static boolean isCapitalBeside(Tokens tokens, int token, int beside) {
    if (beside < 0 || beside >= tokens.size()) return false;
    if (tokens.sentenceOf(beside) != tokens.sentenceOf(token)) return false;
    boolean begins = beside == tokens.firstToken(tokens.sentenceOf(beside));
    return !begins && Character.isUpperCase(tokens.text().charAt(tokens.start(beside)));
  }

  private static Settled shortened(Field field, Tokens tokens, int token, Settled meaning) {
    Span span = new Span(tokens.start(token), tokens.end(token));
    Spot spot = new Spot(field, span, tokens.word(token), meaning.type(), 1, 1, true, List.of());
    return new Settled(spot, meaning.type(), shorter(meaning.link()), Finder.SHORT_FORMS);
  }

  private static Link shorter(Link link) {
    return new Link(link.entity(), link.confidence() * .95, link.rivals());
  }

  private static BitSet covered(List<Settled> taken) {
    BitSet covered = new BitSet();
    for (Settled settled : taken) {
      covered.set(settled.spot().span().start(), settled.spot().span().end());
    }
    return covered;
  }
}
