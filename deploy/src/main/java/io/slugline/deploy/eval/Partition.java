package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items with the group that the data gives them and the group that we gave them. */
final class Partition {
  private final List<String> gold = new ArrayList<>();
  private final List<String> ours = new ArrayList<>();

  /**
   * Of a part of the items, from 0 to 1 in their order.
   *
   * @param field where the data keeps an item's group; an item without one stands alone
   * @param found our groups by the items' ids
   */
  static Partition of(
      List<JsonNode> items, String field, Map<String, String> found, double from, double to) {
    Partition partition = new Partition();
    int size = items.size();
    for (JsonNode item : items.subList((int) (size * from), (int) (size * to))) {
      String id = item.path("id").asText();
      partition.add(item.path(field).asText(id), found.getOrDefault(id, id));
    }
    return partition;
  }

  private void add(String inData, String found) {
    gold.add(inData);
    ours.add(found);
  }

  int groups() {
    return (int) ours.stream().distinct().count();
  }

  private record Both(String gold, String ours) {}

  /** The harmonic mean alone. */
  double bcubed() {
    ObjectNode scores = Json.mapper().createObjectNode();
    bcubed(scores);
    return scores.path("f1").asDouble();
  }

  /** B-cubed: for each item, how pure and how complete the group is that it was put in. */
  void bcubed(ObjectNode into) {
    Map<String, Integer> goldSizes = sizes(gold);
    Map<String, Integer> ourSizes = sizes(ours);
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Both, Integer> entry : cells().entrySet()) {
      double size = entry.getValue();
      precision += size * size / ourSizes.getOrDefault(entry.getKey().ours(), 1);
      recall += size * size / goldSizes.getOrDefault(entry.getKey().gold(), 1);
    }
    Scores.put(into, precision / gold.size(), recall / gold.size());
  }

  /** Pairs of items in one group. */
  void pairs(ObjectNode into) {
    double both = pairs(cells());
    Scores.put(into, both / pairs(sizes(ours)), both / pairs(sizes(gold)));
  }

  /** The adjusted Rand index. */
  double ari() {
    double both = pairs(cells());
    double golden = pairs(sizes(gold));
    double our = pairs(sizes(ours));
    double expected = golden * our / (gold.size() * (gold.size() - 1.0) / 2);
    double most = (golden + our) / 2;
    return most == expected ? 1 : (both - expected) / (most - expected);
  }

  private Map<Both, Integer> cells() {
    Map<Both, Integer> cells = new LinkedHashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      cells.merge(new Both(gold.get(i), ours.get(i)), 1, Integer::sum);
    }
    return cells;
  }

  private static Map<String, Integer> sizes(List<String> groups) {
    Map<String, Integer> sizes = new HashMap<>();
    for (String group : groups) sizes.merge(group, 1, Integer::sum);
    return sizes;
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }
}
