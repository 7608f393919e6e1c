package io.slugline.enrich.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The model's predicates as OpenNLP wants them, as strings: for its reader, the judge of ours, and
 * for writing the model.
 */
final class NameFeatures implements AdaptiveFeatureGenerator {
  private static final List<Template> WORDS = Template.sum(Templates.ONE_WORD, Templates.SEVERAL);

  private final WordTraits traits;
  private final NameLists lists;
  private final Map<String, @Nullable String[]> known = new HashMap<>();
  private String[] sentence = {};
  private int[] marks = {};

  NameFeatures(WordTraits traits, NameLists lists) {
    this.traits = traits;
    this.lists = lists;
  }

  @Override
  public void createFeatures(
      List<String> features, String[] tokens, int index, String[] previousOutcomes) {
    if (tokens != sentence) mark(tokens);
    @Nullable String[][] window = new String[2 * Templates.REACH + 1][];
    for (int offset = -Templates.REACH; offset <= Templates.REACH; offset++) {
      window[offset + Templates.REACH] = traits(tokens, index + offset);
    }
    for (Template template : WORDS) add(features, template, window, "");
    for (Template template : Templates.HISTORY) {
      add(features, template, window, history(template.tags(), index, previousOutcomes));
    }
  }

  private void mark(String[] tokens) {
    long[] keys = new long[tokens.length];
    boolean[] capital = new boolean[tokens.length];
    for (int at = 0; at < tokens.length; at++) {
      keys[at] = Hashes.of(WordTraits.normalise(tokens[at]));
      capital[at] = Word.capital(tokens[at]);
    }
    sentence = tokens;
    marks = lists.mark(keys, capital, tokens.length);
  }

  private @Nullable String[] traits(String[] tokens, int at) {
    if (at < 0) return Word.edge("<s>");
    if (at >= tokens.length) return Word.edge("</s>");
    @Nullable String[] found = known.computeIfAbsent(tokens[at], traits::of);
    if (marks[at] == 0) return found;
    @Nullable String[] marked = found.clone();
    for (int list = Attribute.countOfWord(); list < Attribute.count(); list++) {
      marked[list] = NameLists.value(marks[at], Attribute.at(list));
    }
    return marked;
  }

  private static String history(int tags, int index, String[] outcomes) {
    StringBuilder history = new StringBuilder();
    for (int back = 1; back <= tags; back++) {
      history.append('|').append(index - back < 0 ? "" : outcomes[index - back]);
    }
    return history.toString();
  }

  private static void add(
      List<String> features, Template template, @Nullable String[][] window, String history) {
    StringBuilder predicate = new StringBuilder(template.name());
    for (int part = 0; part < template.offsets().length; part++) {
      String trait =
          window[template.offsets()[part] + Templates.REACH][template.attributes()[part]];
      if (trait == null) return;
      predicate.append('|').append(trait);
    }
    features.add(predicate.append(history).toString());
  }
}
