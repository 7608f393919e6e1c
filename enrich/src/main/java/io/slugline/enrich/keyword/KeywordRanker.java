package io.slugline.enrich.keyword;

import io.slugline.contract.Keyword;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks what an article is about: noun phrases and single words, by PositionRank (Florescu and
 * Caragea, 2017) over the graph of words that stand near each other, and by how often they recur. A
 * short article has few phrases that recur, so there single words count for more.
 */
public final class KeywordRanker {
  private static final String ENGLISH = "eng";
  private static final int KEPT = 20;

  private static final double LENGTH_EXPONENT = 0.265;
  private static final double PHRASE_RECURS = 1.08;
  private static final double WORD_RECURS = 0.99;
  private static final double WORD_WEIGHT = 0.65;
  private static final double USUAL_LENGTH = 400;
  private static final double SHORTNESS = 1.5;
  private static final double MOST_FOR_SHORTNESS = 4;
  // A word inside a phrase ranked above it is news only when it weighs nearly as much as the best.
  private static final double STANDS_ALONE = 0.8;

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
    return "1";
  }

  /**
   * The article's keywords, the weightiest first, 20 at most.
   *
   * @param language ISO 639-3; an article in any language but English has none, for want of a model
   */
  public List<Keyword> rank(Tokens title, Tokens body, String language) {
    if (!language.equals(ENGLISH)) return List.of();
    Candidates candidates = Candidates.of(tagger, title, body);
    WordGraph words = candidates.words();
    double forWords = WORD_WEIGHT * shortness(title.size() + body.size());
    List<Scored> ranked = new ArrayList<>();
    for (Phrase phrase : candidates.phrases()) {
      ranked.add(new Scored(phrase, score(phrase, words, forWords)));
    }
    ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
    return best(ranked);
  }

  private record Scored(Phrase phrase, double score) {}

  private static double shortness(int tokens) {
    return Math.min(MOST_FOR_SHORTNESS, Math.pow(USUAL_LENGTH / Math.max(1, tokens), SHORTNESS));
  }

  private static double score(Phrase phrase, WordGraph words, double forWords) {
    double sum = 0;
    for (String stem : phrase.stems()) sum += words.weight(stem);
    int length = phrase.stems().size();
    if (length == 1) {
      return sum * Math.pow(phrase.count(), WORD_RECURS) * forWords * phrase.weight();
    }
    return sum * Math.pow(length, LENGTH_EXPONENT - 1) * Math.pow(phrase.count(), PHRASE_RECURS);
  }

  private static List<Keyword> best(List<Scored> ranked) {
    List<Keyword> best = new ArrayList<>();
    List<Phrase> taken = new ArrayList<>();
    double top = ranked.isEmpty() ? 1 : ranked.get(0).score();
    for (Scored candidate : ranked) {
      if (best.size() == KEPT || candidate.score() <= 0) break;
      double weight = candidate.score() / top;
      Phrase phrase = candidate.phrase();
      if (weight < STANDS_ALONE && taken.stream().anyMatch(phrase::isWithin)) continue;
      taken.add(phrase);
      best.add(new Keyword(phrase.text(), weight, phrase.spans()));
    }
    return best;
  }
}
