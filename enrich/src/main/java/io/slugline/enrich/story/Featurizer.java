package io.slugline.enrich.story;

import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Makes of an article's text what the grouper compares. Safe for use by several threads. */
public final class Featurizer {
  private static final int TITLE_COUNTS = 2;
  private static final double RARE = 2;
  private static final int BEGINNING = 400;

  private final Map<String, Background> backgrounds = new ConcurrentHashMap<>();

  private Featurizer() {}

  /** With the background counts that ship. */
  public static Featurizer load() {
    Featurizer featurizer = new Featurizer();
    featurizer.backgrounds.put("eng", Background.load("eng"));
    return featurizer;
  }

  /** Names the counts and the way of making features: part of an enriched record's versions. */
  public String version() {
    return "story-features/2";
  }

  /**
   * @param language ISO 639-3 code
   * @param title may be empty
   * @param mentions may be empty: linked entities then do not count
   */
  public StoryFeatures features(
      String language, String title, String body, List<Mention> mentions, List<Keyword> keywords) {
    Background background = backgrounds.computeIfAbsent(language, Background::load);
    Words head = Words.of(title);
    Words text = Words.of(body);
    long[] ones = ones(text);
    long[] twos = longer(ones, text, 1);
    Collected collected = new Collected(background);
    collected.words(text, ones, twos, 1);
    long[] titleOnes = ones(head);
    collected.words(head, titleOnes, longer(titleOnes, head, 1), TITLE_COUNTS);
    collected.title(head, titleOnes);
    collected.entities(mentions);
    return collected.features(head.size() + text.size(), shingles(longer(twos, text, 2)));
  }

  private static long[] ones(Words words) {
    long[] ones = new long[words.size()];
    for (int i = 0; i < ones.length; i++) ones[i] = Bag.hashed(words.folded(i));
    return ones;
  }

  /** Of each run of words but the last, the run that is one word longer. */
  private static long[] longer(long[] runs, Words words, int length) {
    long[] longer = new long[Math.max(0, runs.length - 1)];
    for (int i = 0; i < longer.length; i++) {
      longer[i] = Bag.hashed(runs[i], words.folded(i + length));
    }
    return longer;
  }

  /** The different words of a text as the background counts them. */
  public static Set<String> words(String text) {
    Words words = Words.of(text);
    Set<String> different = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) different.add(words.folded(i));
    return different;
  }

  private static Sketch shingles(long[] runs) {
    int[] hashes = new int[runs.length];
    for (int i = 0; i < hashes.length; i++) hashes[i] = Bag.key(runs[i]);
    return Sketch.of(hashes);
  }

  /** The bags of one article. */
  private static final class Collected {
    private final Background background;
    private final Bag text = new Bag();
    private final Bag title = new Bag();
    private final Bag names = new Bag();
    private final Bag phrases = new Bag();
    private final Bag numbers = new Bag();

    Collected(Background background) {
      this.background = background;
    }

    void words(Words words, long[] ones, long[] twos, int times) {
      double before = 0;
      for (int i = 0; i < words.size(); i++) {
        String word = words.folded(i);
        double rarity = background.rarity(ones[i], word);
        int key = Bag.key(ones[i]);
        if (i < BEGINNING) text.add(key, rarity, words, i, i, times);
        if (words.isName(i)) names.add(key, rarity, words, i, i, times);
        if (words.isNumber(i)) numbers.add(key, word.length(), words, i, i, times);
        if (i > 0) phrases.add(Bag.key(twos[i - 1]), before + rarity, words, i - 1, i, times);
        before = rarity;
      }
    }

    void title(Words words, long[] ones) {
      for (int i = 0; i < words.size(); i++) {
        double rarity = background.rarity(ones[i], words.folded(i));
        title.add(Bag.key(ones[i]), rarity, words, i, i, 1);
      }
    }

    void entities(List<Mention> mentions) {
      for (Mention mention : mentions) {
        String entity = mention.entity();
        if (entity != null) names.add(Bag.key("entity " + entity), RARE * 2);
      }
    }

    StoryFeatures features(int length, Sketch sketch) {
      Map<Integer, String> labels = new TreeMap<>();
      phrases.label(labels, 24);
      text.label(labels, 40);
      int[] keys = labels.keySet().stream().mapToInt(Integer::intValue).toArray();
      return StoryFeatures.of(
          length,
          text.heaviestTerms(96),
          title.heaviestTerms(24),
          new Sparse[] {names.heaviest(40), phrases.heaviest(80), numbers.heaviest(24)},
          sketch,
          new Labels(keys, labels.values().toArray(new String[0])));
    }
  }
}
