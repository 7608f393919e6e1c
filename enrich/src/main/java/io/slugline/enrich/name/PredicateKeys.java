package io.slugline.enrich.name;

import java.util.HashMap;
import java.util.Map;

/** The keys of a sentence's predicates, one by one: the slow and plain way, for training. */
final class PredicateKeys {
  private final WordTraits traits;
  private final NameLists lists;
  private final Map<String, long[]> known = new HashMap<>();
  private final long[] before = Word.keys(Word.edge("<s>"));
  private final long[] after = Word.keys(Word.edge("</s>"));
  private long[][] words = {};
  private int[] marks = {};

  PredicateKeys(WordTraits traits, NameLists lists) {
    this.traits = traits;
    this.lists = lists;
  }

  /** The sentence that is asked about from now on. */
  void read(String[] sentence) {
    words = new long[sentence.length][];
    long[] written = new long[sentence.length];
    boolean[] capital = new boolean[sentence.length];
    for (int at = 0; at < sentence.length; at++) {
      words[at] = known.computeIfAbsent(sentence[at], word -> Word.keys(traits.of(word)));
      written[at] = words[at][Attribute.WORD.ordinal()];
      capital[at] = Word.capital(sentence[at]);
    }
    marks = lists.mark(written, capital, sentence.length);
  }

  /** The predicates of a token that do not ask for tags; gives their number. */
  int ofWords(int token, long[] into) {
    int count = 0;
    for (Template template : Templates.ONE_WORD) {
      long key = parts(template, token);
      if (key != 0) into[count++] = key;
    }
    for (Template template : Templates.SEVERAL) {
      long key = parts(template, token);
      if (key != 0) into[count++] = key;
    }
    return count;
  }

  /** The others, without their tags; 0 where a word lacks the attribute. */
  long[] ofHistory(int token) {
    long[] keys = new long[Templates.HISTORY.size()];
    for (int at = 0; at < keys.length; at++) keys[at] = parts(Templates.HISTORY.get(at), token);
    return keys;
  }

  /** One of the others, with the tags before the token. */
  static long withTags(long key, int template, int last, int lastButOne) {
    long joined = Hashes.join(key, Decoder.TAG_KEYS[last]);
    boolean two = Templates.HISTORY.get(template).tags() == 2;
    return two ? Hashes.join(joined, Decoder.TAG_KEYS[lastButOne]) : joined;
  }

  private long parts(Template template, int token) {
    long key = template.seed();
    for (int part = 0; part < template.offsets().length; part++) {
      long trait = trait(token + template.offsets()[part], template.attributes()[part]);
      if (trait == 0) return 0;
      key = Hashes.join(key, trait);
    }
    return key;
  }

  private long trait(int token, int attribute) {
    boolean inside = token >= 0 && token < words.length;
    if (attribute >= Attribute.countOfWord()) {
      return inside ? lists.key(marks[token], attribute) : 0;
    }
    if (inside) return words[token][attribute];
    return token < 0 ? before[attribute] : after[attribute];
  }
}
