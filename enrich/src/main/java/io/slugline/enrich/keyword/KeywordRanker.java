package io.slugline.enrich.keyword;

import io.slugline.contract.Keyword;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks what an article is about: noun phrases and single words, by how early and how often they
 * stand, how often their words do, and how long these are (long words are rare ones). A score is
 * the logarithm of the odds that a person would choose the phrase; its settings were fitted to one
 * half of two sets of articles with keywords chosen by people, and rounded. A short article has few
 * phrases that recur, so there single words count for more.
 */
public final class KeywordRanker {
  private static final String ENGLISH = "eng";
  private static final int KEPT = 20;

  private static final double PHRASE_RECURS = 0.6;
  private static final double ITS_WORDS_RECUR = 0.5;
  private static final double PHRASE_IS_LATE = -0.5;
  private static final double WORD_BEYOND_TWO = -0.65;

  private static final double IS_ONE_WORD = -1.4;
  private static final double WORD_RECURS = 0.6;
  private static final double WORD_IS_LATE = -0.2;
  private static final double STANDS_ALONE = 1.1;
  private static final double ARTICLE_IS_SHORT = 1.2;
  private static final double MOST_FOR_SHORTNESS = 1.1;
  private static final double USUAL_TOKENS = 400;

  private static final double LETTERS = 0.2;

  private final PartOfSpeechTagger tagger;

  private KeywordRanker(PartOfSpeechTagger tagger) {
    this.tagger = tagger;
  }

  /**
   * Reads the model that it needs.
   *
   * @throws IllegalStateException when that is missing
   */
  public static KeywordRanker load() {
    return new KeywordRanker(PartOfSpeechTagger.load());
  }

  /** Names these rules and settings, for the record. */
  public String version() {
    return "2";
  }

  /**
   * The article's keywords, the weightiest first, 20 at most.
   *
   * @param language ISO 639-3; an article in any language but English has none, for want of a model
   */
  public List<Keyword> rank(Tokens title, Tokens body, String language) {
    if (!language.equals(ENGLISH)) return List.of();
    List<Scored> ranked = ranked(title, body);
    List<Keyword> best = new ArrayList<>();
    List<Phrase> taken = new ArrayList<>();
    for (Scored candidate : ranked) {
      if (best.size() == KEPT) break;
      Phrase phrase = candidate.phrase();
      if (taken.stream().anyMatch(phrase::repeats)) continue;
      taken.add(phrase);
      double weight = Math.exp(candidate.score() - ranked.get(0).score());
      best.add(new Keyword(phrase.text(), weight, phrase.spans(body)));
    }
    return best;
  }

  private record Scored(Phrase phrase, double score) {}

  private List<Scored> ranked(Tokens title, Tokens body) {
    double forWord = IS_ONE_WORD + shortness(title.size() + body.size());
    List<Scored> ranked = new ArrayList<>();
    for (Phrase phrase : Candidates.of(tagger, title, body)) {
      if (phrase.isFragment()) continue;
      double score = phrase.isWord() ? forWord + word(phrase) : phrase(phrase);
      ranked.add(new Scored(phrase, score + LETTERS * letters(phrase)));
    }
    ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
    return ranked;
  }

  private static double shortness(int tokens) {
    double shorter = Math.log(USUAL_TOKENS / Math.max(1, tokens));
    return Math.min(MOST_FOR_SHORTNESS, ARTICLE_IS_SHORT * shorter);
  }

  private static double word(Phrase word) {
    return WORD_RECURS * Math.log(word.count())
        + WORD_IS_LATE * Math.log(1 + word.first())
        + STANDS_ALONE * word.terms().get(0).alone();
  }

  private static double phrase(Phrase phrase) {
    int words = 0;
    for (Term term : phrase.terms()) words += term.count();
    return PHRASE_RECURS * Math.log(phrase.count())
        + ITS_WORDS_RECUR * Math.log(words)
        + PHRASE_IS_LATE * Math.log(1 + phrase.first())
        + WORD_BEYOND_TWO * (phrase.terms().size() - 2);
  }

  /** How long the stems are on average. */
  private static double letters(Phrase phrase) {
    double sum = 0;
    for (Term term : phrase.terms()) sum += term.stem().length();
    return sum / phrase.terms().size();
  }
}
