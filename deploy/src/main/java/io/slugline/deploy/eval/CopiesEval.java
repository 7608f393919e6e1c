package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code eval copies}: are reprints of one text in one copy group, and only they? */
final class CopiesEval implements Eval {
  private static final Set<String> IGNORED = Set.of("partial", "unsure");

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    List<JsonNode> items = EvalData.read(data.in());
    Grouped grouped = new Grouped();
    items.forEach(grouped::place);
    List<ObjectNode> predictions = new ArrayList<>();
    for (JsonNode item : items) {
      String id = item.path("id").asText();
      String group = grouped.copies().getOrDefault(id, id);
      predictions.add(Json.mapper().createObjectNode().put("id", id).put("group", group));
    }
    data.write(predictions);
    Partition partition = Partition.of(items, "group", grouped.copies(), 0, 1);
    ObjectNode scores = Json.mapper().createObjectNode();
    scores.put("items", items.size());
    Path file = data.pairs();
    List<JsonNode> pairs = file == null ? List.of() : EvalData.read(file);
    if (file == null) partition.pairs(scores.putObject("pair"));
    else judged(pairs, grouped.copies(), scores.putObject("pair"));
    scores.put("ari", Scores.rounded(partition.ari()));
    GroupPeers.Measure measure =
        (groups, from, to) ->
            file == null
                ? Partition.of(items, "group", groups, from, to).ari()
                : judged(part(pairs, from, to), groups, Json.mapper().createObjectNode());
    scores.put("laterHalf", Scores.rounded(measure.of(grouped.copies(), .5, 1)));
    if (data.peers()) new GroupPeers(items).score(measure, scores.putObject("peers"));
    return scores;
  }

  private static List<JsonNode> part(List<JsonNode> pairs, double from, double to) {
    return pairs.subList((int) (pairs.size() * from), (int) (pairs.size() * to));
  }

  /** Puts precision and recall, and gives the harmonic mean. */
  private static double judged(List<JsonNode> pairs, Map<String, String> groups, ObjectNode into) {
    int right = 0;
    int found = 0;
    int wanted = 0;
    for (JsonNode pair : pairs) {
      String label = pair.path("label").asText();
      String left = groups.get(pair.path("a").asText());
      String other = groups.get(pair.path("b").asText());
      if (IGNORED.contains(label) || left == null || other == null) continue;
      boolean reprint = label.equals("reprint");
      boolean together = left.equals(other);
      if (reprint) wanted++;
      if (together) found++;
      if (reprint && together) right++;
    }
    Scores.put(into, (double) right / found, (double) right / wanted);
    return into.path("f1").asDouble();
  }
}
