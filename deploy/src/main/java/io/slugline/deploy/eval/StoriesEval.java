package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code eval stories}: are articles about one happening in one story, and only they? */
final class StoriesEval implements Eval {

  @Override
  public ObjectNode score(EvalData data) throws IOException {
    List<JsonNode> items = EvalData.read(data.in());
    Grouped grouped = new Grouped();
    items.forEach(grouped::place);
    List<ObjectNode> predictions = new ArrayList<>();
    for (JsonNode item : items) {
      String id = item.path("id").asText();
      String story = grouped.stories().getOrDefault(id, id);
      predictions.add(Json.mapper().createObjectNode().put("id", id).put("story", story));
    }
    data.write(predictions);
    Partition partition = Partition.of(items, "story", grouped.stories(), 0, 1);
    ObjectNode scores = Json.mapper().createObjectNode();
    scores.put("items", items.size());
    partition.bcubed(scores.putObject("bcubed"));
    Partition.of(items, "story", grouped.stories(), .5, 1).bcubed(scores.putObject("laterHalf"));
    scores.put("ari", Scores.rounded(partition.ari()));
    scores.put("stories", partition.groups());
    if (data.peers()) {
      new GroupPeers(items)
          .score(
              (groups, from, to) -> Partition.of(items, "story", groups, from, to).bcubed(),
              scores.putObject("peers"));
    }
    return scores;
  }
}
