package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Match;
import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Json;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import io.slugline.deploy.watch.ArticleMaker;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code eval watches}: does each watch match the articles that it should, and only them? */
final class WatchesEval implements Eval {

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    if (data.watches() == null) throw new IllegalArgumentException("eval watches needs --watches");
    Monitor monitor = new Monitor();
    Set<String> ids = new TreeSet<>();
    for (Watch watch : WatchList.read(data.watches(), "eval", Instant.EPOCH)) {
      // Watches in every state run here.
      monitor.put(watch.in(WatchState.LIVE));
      ids.add(watch.id());
    }
    ArticleMaker maker = new ArticleMaker();
    List<Answer> answers = new ArrayList<>();
    int items =
        data.forEach(
            item -> {
              Answer answer = answer(item, monitor, maker, data.labels());
              answers.add(answer);
              return prediction(item, answer, data.labels());
            });
    return scores(items, answers, ids);
  }

  /** What is so, what was found, and what was judged; nothing judged means everything. */
  private record Answer(Set<String> gold, Set<String> found, Set<String> judged) {

    boolean counts(String watch) {
      return judged.isEmpty() || judged.contains(watch);
    }
  }

  private static Answer answer(
      JsonNode item, Monitor monitor, ArticleMaker maker, Map<String, String> labels) {
    Set<String> found = new TreeSet<>();
    List<Match> matches = maker.fromJson(item).map(monitor::match).orElse(List.of());
    for (Match match : matches) found.add(match.watch().id());
    return new Answer(
        named(item.path("watches"), labels), found, named(item.path("judged"), labels));
  }

  private static Set<String> named(JsonNode names, Map<String, String> labels) {
    Set<String> watches = new HashSet<>();
    names.forEach(name -> watches.add(labels.getOrDefault(name.asText(), name.asText())));
    return watches;
  }

  private static ObjectNode prediction(JsonNode item, Answer answer, Map<String, String> labels) {
    Map<String, String> dataNames = new HashMap<>();
    labels.forEach((name, watch) -> dataNames.put(watch, name));
    ObjectNode line = Json.mapper().createObjectNode().put("id", item.path("id").asText());
    ArrayNode watches = line.putArray("watches");
    answer.found.forEach(watch -> watches.add(dataNames.getOrDefault(watch, watch)));
    return line;
  }

  private static ObjectNode scores(int items, List<Answer> answers, Set<String> ids) {
    Set<String> scored = new TreeSet<>();
    for (Answer answer : answers) scored.addAll(answer.gold);
    scored.retainAll(ids);
    Map<String, Count> counts = new TreeMap<>();
    Count all = new Count();
    for (String watch : scored) {
      Count count = counts.computeIfAbsent(watch, id -> new Count());
      for (Answer answer : answers) {
        if (answer.counts(watch))
          count.add(answer.gold.contains(watch), answer.found.contains(watch));
      }
      all.add(count);
    }
    ObjectNode scores = Json.mapper().createObjectNode().put("items", items);
    all.put(scores.putObject("micro"));
    ObjectNode each = scores.putObject("watches");
    counts.forEach((watch, count) -> count.put(each.putObject(watch)));
    return scores;
  }

  /** Right, wrong and missed. */
  private static final class Count {
    private int right;
    private int found;
    private int gold;

    void add(boolean isGold, boolean isFound) {
      if (isGold && isFound) right++;
      if (isFound) found++;
      if (isGold) gold++;
    }

    void add(Count other) {
      right += other.right;
      found += other.found;
      gold += other.gold;
    }

    void put(ObjectNode into) {
      Scores.put(into, (double) right / found, (double) right / gold);
    }
  }
}
