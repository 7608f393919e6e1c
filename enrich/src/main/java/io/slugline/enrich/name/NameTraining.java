package io.slugline.enrich.name;

import io.slugline.enrich.name.training.Document;
import io.slugline.enrich.name.training.Harmoniser;
import io.slugline.enrich.name.training.LexiconBuilder;
import io.slugline.enrich.name.training.LexiconSources;
import io.slugline.enrich.name.training.ListedNames;
import io.slugline.enrich.name.training.NameListsBuilder;
import io.slugline.enrich.name.training.Sentence;
import io.slugline.enrich.name.training.WordCounts;
import io.slugline.enrich.token.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the three files that {@link NameFinder} reads, the same ones from the same inputs; a
 * lexicon or lists that are there already stay. Not used at run time.
 *
 * @param corpora the folder of marked texts
 * @param wordLists the folder with nlp4j-english's lexica, unpacked
 * @param articles running text, of which single words are counted
 * @param out where the files go
 */
public record NameTraining(Path corpora, Path wordLists, Path articles, Path out, PrintStream log) {

  /** Corpora that people marked with care, and how often each is read. */
  private static final Map<String, Integer> CAREFUL = careful();

  /** Marked by machine in part: only sentences that a model of the others agrees with are read. */
  private static final String NOISY = "gmb";

  private static final int HEADLINE_EVERY = 12;
  private static final int PASSES = 3;
  private static final int LEAST_OFTEN = 2;
  private static final double GRID = 64;
  private static final float LEAST_WEIGHT = .02f;

  public void run() throws IOException {
    Files.createDirectories(out);
    if (!Files.exists(out.resolve("words-en.bin"))) writeLexicon();
    if (!Files.exists(out.resolve("lists-en.bin"))) writeLists();
    PredicateKeys keys;
    WordTraits traits;
    NameLists lists;
    try (InputStream lexicon = Files.newInputStream(out.resolve("words-en.bin"));
        InputStream listed = Files.newInputStream(out.resolve("lists-en.bin"))) {
      traits = new WordTraits(Lexicon.read(lexicon));
      lists = NameLists.read(listed);
      keys = new PredicateKeys(traits, lists);
    }
    List<Sentence> careful = careful(keys);
    List<Sentence> agreed = agreed(careful, keys);
    List<Sentence> all = new ArrayList<>(careful);
    all.addAll(agreed);
    Weights weights = rounded(learn(all, keys));
    write(weights, all, new NameFeatures(traits, lists));
  }

  private void writeLexicon() throws IOException {
    WordCounts counts = WordCounts.of(articles);
    LexiconSources sources = new LexiconSources(wordLists, counts);
    LexiconBuilder lexicon =
        new LexiconBuilder()
            .column("brown", sources.brown())
            .column("vector", sources.vectors())
            .column("tags", sources.tags())
            .column("case", counts.cases());
    try (OutputStream file = Files.newOutputStream(out.resolve("words-en.bin"))) {
      lexicon.write(file);
    }
    log.println("lexicon: " + Files.size(out.resolve("words-en.bin")) + " bytes");
  }

  private void writeLists() throws IOException {
    NameListsBuilder lists = new NameListsBuilder();
    ListedNames.read(
        wordLists,
        (words, kind) -> {
          boolean fits = !words.isEmpty() && words.size() <= NameLists.LONGEST;
          if (!fits || !Word.capital(words.get(0))) return;
          long key = 1;
          for (String word : words) {
            key = Hashes.join(key, Hashes.of(WordTraits.normalise(word)));
          }
          lists.add(NameLists.fingerprint(key), kind);
        });
    try (OutputStream file = Files.newOutputStream(out.resolve("lists-en.bin"))) {
      lists.write(file);
    }
    log.println("lists: " + Files.size(out.resolve("lists-en.bin")) + " bytes");
  }

  private List<Sentence> careful(PredicateKeys keys) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (Map.Entry<String, Integer> corpus : CAREFUL.entrySet()) {
      List<Sentence> read = sentences(corpus.getKey());
      for (int copy = 0; copy < corpus.getValue(); copy++) sentences.addAll(read);
      sentences.addAll(headlines(corpus.getKey()));
      log.println(corpus.getKey() + ": " + read.size() + " sentences");
    }
    return sentences;
  }

  private List<Sentence> sentences(String corpus) throws IOException {
    Harmoniser harmoniser = Harmoniser.load();
    Tokenizer tokenizer = Tokenizer.load();
    List<Sentence> sentences = new ArrayList<>();
    int read = 0;
    for (Document document : Document.read(corpora.resolve(corpus + ".jsonl.gz"))) {
      Document harmonised = harmoniser.harmonised(document);
      if (read++ % 2 == 1) harmonised = Harmoniser.withoutStops(harmonised);
      sentences.addAll(Sentence.of(harmonised, tokenizer.tokenize(harmonised.text())));
    }
    return sentences;
  }

  /** Some texts again, as headlines write them. */
  private List<Sentence> headlines(String corpus) throws IOException {
    Harmoniser harmoniser = Harmoniser.load();
    Tokenizer tokenizer = Tokenizer.load();
    List<Sentence> sentences = new ArrayList<>();
    int read = 0;
    for (Document document : Document.read(corpora.resolve(corpus + ".jsonl.gz"))) {
      if (read++ % HEADLINE_EVERY != 0) continue;
      Document harmonised = harmoniser.harmonised(document);
      for (Document copy : List.of(harmonised.inCapitals(), harmonised.inTitleCase())) {
        sentences.addAll(Sentence.of(copy, tokenizer.tokenize(copy.text())));
      }
    }
    return sentences;
  }

  private List<Sentence> agreed(List<Sentence> careful, PredicateKeys keys) throws IOException {
    Weights weights = counted(careful, keys);
    Learner learner = new Learner(weights, 1);
    learner.learn(samples(careful, keys, weights), PASSES - 1);
    List<Sentence> agreed = new ArrayList<>();
    for (Sentence sentence : sentences(NOISY)) {
      Sample sample = Sample.of(sentence, keys, weights);
      if (Arrays.equals(learner.tags(sample), sample.tags())) agreed.add(sentence);
    }
    log.println(NOISY + ": " + agreed.size() + " sentences agreed with");
    return agreed;
  }

  private Weights learn(List<Sentence> sentences, PredicateKeys keys) {
    Weights weights = counted(sentences, keys);
    log.println(sentences.size() + " sentences, " + weights.size() + " predicates");
    new Learner(weights, 1).learn(samples(sentences, keys, weights), PASSES);
    return weights;
  }

  private static Weights counted(List<Sentence> sentences, PredicateKeys keys) {
    PredicateCounts counts = new PredicateCounts();
    for (Sentence sentence : sentences) Sample.count(sentence, keys, counts);
    return counts.rows(LEAST_OFTEN);
  }

  private static List<Sample> samples(
      List<Sentence> sentences, PredicateKeys keys, Weights weights) {
    return sentences.stream().map(sentence -> Sample.of(sentence, keys, weights)).toList();
  }

  /** Weights on a coarse grid: sums of them are exact in any order, and the file packs well. */
  private static Weights rounded(Weights weights) {
    Weights rounded = new Weights(weights.size());
    weights.forEach(
        (key, row) -> {
          float highest = 0;
          for (int tag = 0; tag < Tags.COUNT; tag++) {
            highest = Math.max(highest, Math.abs(weights.all()[row + tag]));
          }
          if (highest < LEAST_WEIGHT) return;
          int to = rounded.add(key);
          for (int tag = 0; tag < Tags.COUNT; tag++) {
            rounded.all()[to + tag] = (float) (Math.rint(weights.all()[row + tag] * GRID) / GRID);
          }
        });
    return rounded;
  }

  private void write(Weights weights, List<Sentence> sentences, NameFeatures features)
      throws IOException {
    Set<String> predicates = new HashSet<>();
    for (Sentence sentence : new HashSet<>(sentences)) {
      String[] outcomes = new String[sentence.tags().length];
      for (int at = 0; at < outcomes.length; at++) outcomes[at] = Tags.outcome(sentence.tags()[at]);
      for (int at = 0; at < outcomes.length; at++) {
        List<String> made = new ArrayList<>();
        features.createFeatures(made, sentence.words(), at, outcomes);
        made.removeIf(predicate -> weights.row(Template.key(predicate)) < 0);
        predicates.addAll(made);
      }
    }
    Path file = out.resolve("names-en.bin");
    try (OutputStream stream = Files.newOutputStream(file)) {
      NameModel.write(weights, predicates, stream);
    }
    log.println("model: " + predicates.size() + " predicates, " + Files.size(file) + " bytes");
  }

  private static Map<String, Integer> careful() {
    Map<String, Integer> careful = new LinkedHashMap<>();
    careful.put("wikigold", 3);
    careful.put("redocred", 1);
    careful.put("crossner", 1);
    careful.put("uner-ewt-dev", 1);
    careful.put("uner-ewt-test", 1);
    return careful;
  }
}
