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
    Partition partition = new Partition();
    List<ObjectNode> predictions = new ArrayList<>();
    for (JsonNode item : items) {
      String id = item.path("id").asText();
      String group = grouped.copies().getOrDefault(id, id);
      partition.add(item.path("group").asText(id), group);
      predictions.add(Json.mapper().createObjectNode().put("id", id).put("group", group));
    }
    data.write(predictions);
    ObjectNode scores = Json.mapper().createObjectNode();
    scores.put("items", items.size());
    Path pairs = data.pairs();
    if (pairs == null) partition.pairs(scores.putObject("pair"));
    else judged(EvalData.read(pairs), grouped.copies(), scores.putObject("pair"));
    scores.put("ari", Scores.rounded(partition.ari()));
    return scores;
  }

  private static void judged(List<JsonNode> pairs, Map<String, String> groups, ObjectNode into) {
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
  }
}
