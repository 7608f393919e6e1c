package io.slugline.enrich.keyword;

import io.slugline.enrich.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/**
 * Gives each token its part of speech: OpenNLP's English model, read by a decoder of our own that
 * takes the best tag at each token (a beam of 1) and works out what a word contributes once, not at
 * each of its places. A test holds its tags against OpenNLP's own reader.
 */
final class PartOfSpeechTagger {
  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final int AFFIX = 4;
  // Past this many distinct words a word is worked out anew at each place: bounded memory.
  private static final int REMEMBERED = 1 << 16;

  private final String[] tags;
  private final Map<String, Context> features;
  private final Map<String, Word> words = new ConcurrentHashMap<>();
  private final IdleWords idle;
  private final double[] first;
  private final double[] second;
  private final double[] third;
  private final double[][] previous;
  private final double[][] previousTwo;

  @SuppressWarnings("unchecked")
  private PartOfSpeechTagger(AbstractModel model, IdleWords idle) {
    this.idle = idle;
    Object[] parts = model.getDataStructures();
    features = (Map<String, Context>) parts[1];
    tags = (String[]) parts[2];
    first = sum("S=begin");
    second = sum("p1S=begin");
    third = sum("p2S=begin");
    previous = new double[tags.length][];
    previousTwo = new double[tags.length * tags.length][];
    for (int last = 0; last < tags.length; last++) {
      previous[last] = sum("t=" + tags[last]);
      for (int beforeLast = 0; beforeLast < tags.length; beforeLast++) {
        previousTwo[beforeLast * tags.length + last] =
            sum("t2=" + tags[beforeLast] + "," + tags[last]);
      }
    }
  }

  /**
   * Reads the model.
   *
   * @throws IllegalStateException when it is not on the class path
   */
  static PartOfSpeechTagger load() {
    URL found = PartOfSpeechTagger.class.getResource(MODEL);
    if (found == null) throw new IllegalStateException("the part-of-speech model is missing");
    try {
      AbstractModel model = new POSModel(found).getArtifact("pos.model");
      return new PartOfSpeechTagger(model, IdleWords.load());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the part-of-speech model", e);
    }
  }

  /** The tag set: Universal Dependencies' parts of speech. */
  String[] tagSet() {
    return tags.clone();
  }

  /** What is known of each token's word. */
  Word[] words(Tokens tokens) {
    Word[] known = new Word[tokens.size()];
    for (int i = 0; i < known.length; i++) known[i] = word(tokens.word(i));
    return known;
  }

  /** For each token the number of its tag in the tag set, by what {@link #words} says of it. */
  int[] tag(Tokens tokens, Word[] known) {
    int[] chosen = new int[known.length];
    double[] sums = new double[tags.length];
    for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
      int from = tokens.firstToken(sentence);
      int to = tokens.endToken(sentence);
      for (int at = from; at < to; at++) chosen[at] = best(known, chosen, sums, from, to, at);
    }
    return chosen;
  }

  private int best(Word[] words, int[] chosen, double[] sums, int from, int to, int at) {
    System.arraycopy(words[at].votes().here(), 0, sums, 0, sums.length);
    if (at == from) add(sums, first);
    if (at - 1 >= from) add(sums, words[at - 1].votes().oneBefore());
    if (at - 1 == from) add(sums, second);
    if (at - 2 >= from) add(sums, words[at - 2].votes().twoBefore());
    if (at - 2 == from) add(sums, third);
    if (at + 1 < to) add(sums, words[at + 1].votes().oneAfter());
    if (at + 2 < to) add(sums, words[at + 2].votes().twoAfter());
    if (at - 1 >= from) add(sums, previous[chosen[at - 1]]);
    if (at - 2 >= from) {
      add(sums, previousTwo[chosen[at - 2] * tags.length + chosen[at - 1]]);
    }
    int best = 0;
    for (int tag = 1; tag < sums.length; tag++) if (sums[tag] > sums[best]) best = tag;
    return best;
  }

  private Word word(String word) {
    Word known = words.get(word);
    if (known != null) return known;
    Word made = make(word);
    if (words.size() < REMEMBERED) words.put(word, made);
    return made;
  }

  private Word make(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    double[] here = sum("def");
    for (int length = 1; length <= Math.min(AFFIX, word.length()); length++) {
      add(here, sum("suf=" + word.substring(word.length() - length)));
      add(here, sum("pre=" + word.substring(0, length)));
    }
    add(here, sum("w=" + lower));
    String shape = FeatureGeneratorUtil.tokenFeature(word);
    add(here, sum("wc=" + shape));
    add(here, sum("w&c=" + lower + "," + shape));
    Word.Votes votes =
        new Word.Votes(
            here,
            sum("p1w=" + lower),
            sum("p2w=" + lower),
            sum("n1w=" + lower),
            sum("n2w=" + lower));
    return Word.of(word, idle, votes);
  }

  private double[] sum(String feature) {
    double[] sums = new double[tags.length];
    Context context = features.get(feature);
    if (context == null) return sums;
    int[] outcomes = context.getOutcomes();
    double[] parameters = context.getParameters();
    for (int i = 0; i < outcomes.length; i++) sums[outcomes[i]] += parameters[i];
    return sums;
  }

  private static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) sums[i] += more[i];
  }

  /** For each tag of the set whether it is one of the given. */
  boolean[] among(String... names) {
    boolean[] among = new boolean[tags.length];
    for (int i = 0; i < tags.length; i++) among[i] = Arrays.asList(names).contains(tags[i]);
    return among;
  }
}
