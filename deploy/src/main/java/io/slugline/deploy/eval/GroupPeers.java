package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.deploy.peer.Peers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The usual ways to group articles, over the same items. Each has several settings, of which it is
 * scored with the one that does best on the first half of the very set; ours are the same for all.
 */
final class GroupPeers {
  private static final String PACKAGE = "io.slugline.enrich.peer.";
  private static final List<String> NAMES =
      List.of("ShinglesPeer", "MinHashPeer", "SimHashPeer", "SinglePassPeer");

  private final List<String> ids = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  GroupPeers(List<JsonNode> items) {
    for (JsonNode item : items) {
      ids.add(item.path("id").asText());
      texts.add(item.path("title").asText("") + '\n' + item.path("text").asText());
      Instant time = StoryItems.date(item.path("date"));
      times.add(time == null ? Instant.EPOCH : time);
    }
  }

  /** Says how right groups are, on a part of what can be judged: of 0 to 1, in its order. */
  interface Measure {
    double of(Map<String, String> groups, double from, double to);
  }

  /** Each peer's score, under its name. */
  void score(Measure measure, ObjectNode into) throws IOException {
    for (String name : NAMES) {
      double best = -1;
      for (Map.Entry<String, int[]> setting : peer(name).apply(texts, times).entrySet()) {
        Map<String, String> groups = byId(setting.getValue());
        double first = measure.of(groups, 0, .5);
        if (first <= best) continue;
        best = first;
        into.putObject(name)
            .put("setting", setting.getKey())
            .put("all", Scores.rounded(measure.of(groups, 0, 1)))
            .put("laterHalf", Scores.rounded(measure.of(groups, .5, 1)));
      }
    }
  }

  private Map<String, String> byId(int[] groups) {
    Map<String, String> byId = new HashMap<>();
    for (int i = 0; i < groups.length; i++) byId.put(ids.get(i), String.valueOf(groups[i]));
    return byId;
  }

  @SuppressWarnings("unchecked")
  private static BiFunction<List<String>, List<Instant>, Map<String, int[]>> peer(String name)
      throws IOException {
    try {
      Class<?> type = Peers.of("enrich").type(PACKAGE + name);
      return (BiFunction<List<String>, List<Instant>, Map<String, int[]>>)
          type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot start the peer " + name, e);
    }
  }
}
