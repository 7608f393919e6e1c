package io.slugline.enrich.topic;

import io.slugline.contract.MediaTopic;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the topics of an article by the words that speak for them: a word counts for its weight and
 * for the logarithm of how often it stands there, the title's twice. A topic needs several
 * different words, more of them in a longer article.
 */
public final class TopicTagger {
  private static final String ENGLISH = "eng";
  private static final int MOST = 3;
  private static final int FEWEST_WORDS = 3;
  private static final double LEAST = 5;
  private static final double USUAL_TOKENS = 400;
  // What is far behind the first topic is mentioned, not told of.
  private static final double SHARE_OF_FIRST = 0.6;

  private final TopicTable table;

  private TopicTagger(TopicTable table) {
    this.table = table;
  }

  /**
   * Reads the table.
   *
   * @throws IllegalStateException when it is missing
   */
  public static TopicTagger load() {
    return new TopicTagger(TopicTable.load());
  }

  /** Names the table and the rules, for the record. */
  public String version() {
    return "1";
  }

  /**
   * The article's topics, the weightiest first, 3 at most.
   *
   * @param language ISO 639-3; the table speaks English only, any other article has none
   */
  public List<MediaTopic> tag(Tokens title, Tokens body, String language) {
    if (!language.equals(ENGLISH)) return List.of();
    Map<TopicTable.Cue, Integer> counts = new HashMap<>();
    count(title, 2, counts);
    count(body, 1, counts);
    double[] scores = new double[table.size()];
    int[] words = new int[table.size()];
    counts.forEach(
        (cue, count) -> {
          scores[cue.topic()] += cue.weight() * (1 + Math.log(count));
          words[cue.topic()]++;
        });
    double least = LEAST * Math.max(1, Math.sqrt((title.size() + body.size()) / USUAL_TOKENS));
    return best(scores, words, least);
  }

  private void count(Tokens tokens, int times, Map<TopicTable.Cue, Integer> counts) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.end(at) - tokens.start(at) < 2) continue;
      for (TopicTable.Cue cue : table.cues(tokens.word(at).toLowerCase(Locale.ROOT))) {
        counts.merge(cue, times, Integer::sum);
      }
    }
  }

  private List<MediaTopic> best(double[] scores, int[] words, double least) {
    double first = 0;
    for (double score : scores) first = Math.max(first, score);
    List<MediaTopic> best = new ArrayList<>();
    for (int topic = 0; topic < scores.length; topic++) {
      if (scores[topic] < Math.max(least, SHARE_OF_FIRST * first)) continue;
      if (words[topic] < FEWEST_WORDS) continue;
      TopicTable.Entry entry = table.topic(topic);
      best.add(new MediaTopic(entry.id(), entry.name(), scores[topic] / first));
    }
    best.sort(Comparator.comparingDouble(MediaTopic::weight).reversed());
    return List.copyOf(best.subList(0, Math.min(MOST, best.size())));
  }
}
