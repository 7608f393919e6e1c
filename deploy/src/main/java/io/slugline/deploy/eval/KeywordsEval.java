package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.Keyword;
import io.slugline.enrich.keyword.KeywordRanker;
import io.slugline.enrich.token.Tokenizer;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * Keywords against those that people chose: micro F1 of the first 5 and the first 10, on phrases
 * stemmed by Porter with doubles merged. Gold phrases that are not in the text count.
 */
final class KeywordsEval implements Eval {
  private static final String ENGLISH = "eng";

  private final Tokenizer tokenizer = Tokenizer.load();
  private final KeywordRanker ranker = KeywordRanker.load();
  private final Counts five = new Counts(5);
  private final Counts ten = new Counts(10);

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    int items = data.forEach(this::predict);
    ObjectNode scores = Json.mapper().createObjectNode();
    scores.put("items", items);
    scores.put("f1at5", five.f1());
    scores.put("f1at10", ten.f1());
    return scores;
  }

  private ObjectNode predict(JsonNode item) {
    List<Keyword> found =
        ranker.rank(
            tokenizer.tokenize(item.path("title").asText(""), ENGLISH),
            tokenizer.tokenize(item.path("text").asText(), ENGLISH),
            ENGLISH);
    List<String> predicted =
        found.stream().map(keyword -> stemmed(keyword.text())).distinct().toList();
    Set<String> gold = new LinkedHashSet<>();
    item.path("keywords").forEach(phrase -> gold.add(stemmed(phrase.asText())));
    five.add(predicted, gold);
    ten.add(predicted, gold);

    ObjectNode prediction = Json.mapper().createObjectNode();
    prediction.set("id", item.path("id"));
    ArrayNode keywords = prediction.putArray("keywords");
    found.forEach(keyword -> keywords.add(keyword.text()));
    return prediction;
  }

  private static String stemmed(String phrase) {
    PorterStemmer stemmer = new PorterStemmer();
    return Stream.of(phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(stemmer::stem)
        .collect(Collectors.joining(" "));
  }

  /** Hits among the first few predictions, over all items. */
  private static final class Counts {
    private final int first;
    private long predicted;
    private long gold;
    private long hits;

    Counts(int first) {
      this.first = first;
    }

    void add(List<String> ranked, Set<String> chosen) {
      List<String> taken = ranked.subList(0, Math.min(first, ranked.size()));
      predicted += taken.size();
      gold += chosen.size();
      hits += taken.stream().filter(chosen::contains).count();
    }

    double f1() {
      return predicted + gold == 0 ? 0 : 2.0 * hits / (predicted + gold);
    }
  }
}
