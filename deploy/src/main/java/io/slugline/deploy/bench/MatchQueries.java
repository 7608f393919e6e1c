package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Json;
import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Watches for the bench: stored queries over real names, and names put together from their parts.
 */
final class MatchQueries {
  private static final Path FILE = Path.of("../shared/data/queries/watches.jsonl.gz");
  private static final Watch.Examples NONE = new Watch.Examples(List.of(), List.of());
  private static final int PARTS = 145_611;
  private static final long SEED = 7;

  private MatchQueries() {}

  /** A monitor of so many watches, at most the first of them stored queries. */
  static Monitor load(int stored, int count) throws IOException {
    Monitor monitor = new Monitor();
    read(stored, count).values().forEach(monitor::put);
    return monitor;
  }

  /** What a watch of such a monitor weighs, itself included: what goes when the monitor goes. */
  static long bytesPerWatch(int stored, int count) throws IOException {
    Monitor monitor = load(stored, count);
    long with = OneCore.heap();
    Reference.reachabilityFence(monitor);
    monitor = null;
    return (with - OneCore.heap()) / count;
  }

  /** So many stored queries; beyond those that there are, names put together. */
  static Map<String, Watch> read(int count) throws IOException {
    return read(count, count);
  }

  private static Map<String, Watch> read(int stored, int count) throws IOException {
    Map<String, Watch> watches = new LinkedHashMap<>();
    List<String> parts = new ArrayList<>();
    for (String line : BenchInput.of(FILE, Math.max(count, PARTS)).lines()) {
      JsonNode query = Json.mapper().readTree(line);
      if (watches.size() < Math.min(stored, count)) {
        add(query.path("id").asText(), query.path("query").asText(), watches);
      }
      parts.addAll(List.of(query.path("name").asText().replace('"', ' ').trim().split("\\s+")));
    }
    Random random = new Random(SEED);
    while (watches.size() < count) {
      // Five parts of different names in a row: no text has them.
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < 5; i++) name.append(parts.get(random.nextInt(parts.size()))).append(' ');
      add("n" + watches.size(), '"' + name.toString().trim() + '"', watches);
    }
    return watches;
  }

  private static void add(String id, String query, Map<String, Watch> to) {
    to.put(id, watch(id, query));
  }

  static Watch watch(String id, String query) {
    return new Watch(
        id,
        id,
        Severity.INFO,
        "desk",
        WatchState.LIVE,
        query,
        NONE,
        1,
        "bench",
        Instant.EPOCH,
        null,
        null,
        null,
        null);
  }
}
