package io.slugline.enrich.keyword;

import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;

/** The phrases of one article that may be keywords, and the words that they are weighed by. */
final class Candidates {
  private static final int LONGEST = 4;
  private static final double NOUN = 1;
  private static final double ADJECTIVE = 0.36;
  private static final double VERB = 0.16;

  private final PartOfSpeechTagger tagger;
  private final boolean[] nouns;
  private final boolean[] adjectives;
  private final boolean[] verbs;
  private final PorterStemmer stemmer = new PorterStemmer();
  private final Map<String, String> stemOf = new LinkedHashMap<>();
  private final Map<List<String>, Phrase> phrases = new LinkedHashMap<>();
  private final WordGraph words = new WordGraph();

  private Candidates(PartOfSpeechTagger tagger) {
    this.tagger = tagger;
    this.nouns = tagger.among("NOUN", "PROPN");
    this.adjectives = tagger.among("ADJ");
    this.verbs = tagger.among("VERB");
  }

  static Candidates of(PartOfSpeechTagger tagger, Tokens title, Tokens body) {
    Candidates candidates = new Candidates(tagger);
    candidates.new Reader(title, true, 0).read();
    candidates.new Reader(body, false, title.size()).read();
    return candidates;
  }

  Collection<Phrase> phrases() {
    return phrases.values();
  }

  /** The graph of the words, ranked. */
  WordGraph words() {
    words.rank();
    return words;
  }

  private String stem(String word) {
    return stemOf.computeIfAbsent(word, key -> stemmer.stem(key.toLowerCase(Locale.ROOT)));
  }

  /** Reads one field. */
  private final class Reader {
    private final Tokens tokens;
    private final boolean isTitle;
    private final int before;
    private final int[] tags;
    private final @Nullable String[] stems;

    Reader(Tokens tokens, boolean isTitle, int before) {
      this.tokens = tokens;
      this.isTitle = isTitle;
      this.before = before;
      this.tags = tagger.tag(tokens);
      this.stems = new String[tokens.size()];
    }

    void read() {
      for (int at = 0; at < stems.length; at++) {
        if (!isContent(at)) continue;
        String stem = stem(tokens.word(at));
        stems[at] = stem;
        words.add(stem, before + at + 1);
      }
      for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
        phrasesOf(tokens.firstToken(sentence), tokens.endToken(sentence));
      }
    }

    private boolean isContent(int at) {
      boolean counts = nouns[tags[at]] || adjectives[tags[at]] || verbs[tags[at]];
      return counts && tokens.end(at) - tokens.start(at) > 1 && hasLetter(at);
    }

    private boolean hasLetter(int at) {
      for (int unit = tokens.start(at); unit < tokens.end(at); unit++) {
        if (Character.isLetter(tokens.text().charAt(unit))) return true;
      }
      return false;
    }

    private void phrasesOf(int from, int to) {
      int at = from;
      while (at < to) {
        int end = at;
        while (end < to && stems[end] != null && !verbs[tags[end]]) end++;
        if (end > at) {
          nounPhrase(at, end);
          at = end;
          continue;
        }
        if (stems[at] != null) add(at, at + 1, VERB);
        at++;
      }
    }

    /** The phrase up to the last noun of the run, its last words when it is long; and its words. */
    private void nounPhrase(int from, int to) {
      int end = to;
      while (end > from && !nouns[tags[end - 1]]) end--;
      int start = Math.max(from, end - LONGEST);
      if (end - start > 1) add(start, end, NOUN);
      for (int at = from; at < to; at++) {
        add(at, at + 1, nouns[tags[at]] ? NOUN : ADJECTIVE);
      }
    }

    private void add(int from, int to, double weight) {
      List<String> key = new ArrayList<>(Arrays.asList(stems).subList(from, to));
      Phrase phrase =
          phrases.computeIfAbsent(
              key, stems -> new Phrase(tokens.span(from, to).of(tokens.text()), stems, weight));
      if (isTitle) phrase.inTitle();
      else phrase.inBody(tokens.span(from, to));
    }
  }
}
