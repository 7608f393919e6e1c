package io.slugline.enrich.keyword;

import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of one article that may be keywords: in each run of nouns and adjectives the phrase
 * that ends in its last noun, and every noun by itself.
 */
final class Candidates {
  private static final int LONGEST = 4;

  private final PartOfSpeechTagger tagger;
  private final boolean[] nouns;
  private final boolean[] adjectives;
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<List<Term>, Phrase> phrases = new LinkedHashMap<>();

  private Candidates(PartOfSpeechTagger tagger) {
    this.tagger = tagger;
    this.nouns = tagger.among("NOUN", "PROPN");
    this.adjectives = tagger.among("ADJ");
  }

  /** In the order in which they stand in the article. */
  static Collection<Phrase> of(PartOfSpeechTagger tagger, Tokens title, Tokens body) {
    Candidates candidates = new Candidates(tagger);
    candidates.new Reader(title, true, 0).read();
    candidates.new Reader(body, false, title.size()).read();
    return candidates.phrases.values();
  }

  /** Reads one field. */
  private final class Reader {
    private final Tokens tokens;
    private final boolean isTitle;
    private final int before;
    private final Word[] words;
    private final int[] tags;
    private int sentence;

    Reader(Tokens tokens, boolean isTitle, int before) {
      this.tokens = tokens;
      this.isTitle = isTitle;
      this.before = before;
      this.words = tagger.words(tokens);
      this.tags = tagger.tag(tokens, words);
    }

    void read() {
      for (int i = 0; i < tokens.sentenceCount(); i++) {
        sentence = tokens.firstToken(i);
        int to = tokens.endToken(i);
        int at = sentence;
        while (at < to) {
          int end = at;
          while (end < to && isContent(end)) end++;
          if (end > at) run(at, end);
          at = end + 1;
        }
      }
    }

    private boolean isContent(int at) {
      return words[at].stem() != null && (nouns[tags[at]] || adjectives[tags[at]]);
    }

    private void run(int from, int to) {
      phrase(from, to);
      for (int at = from; at < to; at++) {
        if (isIdle(at)) continue;
        term(at).met();
        if (nouns[tags[at]]) add(at, at + 1);
      }
    }

    /** The phrase up to the last noun of the run, its last words when it is long. */
    private void phrase(int from, int to) {
      int end = to;
      while (end > from && (!nouns[tags[end - 1]] || isIdle(end - 1))) end--;
      int start = Math.max(from, end - LONGEST);
      while (start < end && isIdle(start)) start++;
      if (end - start < 2) return;
      add(start, end);
      for (int at = start; at < end; at++) term(at).metInPhrase();
    }

    private boolean isIdle(int at) {
      return isInName(at) ? words[at].isIdleInNames() : words[at].isIdle();
    }

    private boolean isInName(int at) {
      return at > sentence && Character.isUpperCase(tokens.text().charAt(tokens.start(at)));
    }

    private Term term(int at) {
      return terms.computeIfAbsent(String.valueOf(words[at].stem()), Term::new);
    }

    private void add(int from, int to) {
      List<Term> key = new ArrayList<>(to - from);
      for (int at = from; at < to; at++) key.add(term(at));
      Phrase phrase =
          phrases.computeIfAbsent(
              key,
              these -> new Phrase(tokens.span(from, to).of(tokens.text()), these, before + from));
      if (isTitle) phrase.metInTitle();
      else phrase.metInBody(from);
    }
  }
}
