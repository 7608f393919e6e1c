package io.slugline.deploy.topic;

import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Watch;
import io.slugline.enrich.gazetteer.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What entity terms stand for: the names that the gazetteer that ships has for each. */
public final class EntityNames {
  private EntityNames() {}

  /** Whether the gazetteer that ships has an entity of this id. */
  public static boolean isKnown(String id) {
    return Gazetteer.namesOf(Set.of(id)).containsKey(id);
  }

  /** The same watches, each with what its entity terms stand for now. */
  public static List<Watch> into(List<Watch> watches) {
    Set<String> ids = new TreeSet<>();
    for (Watch watch : watches) ids.addAll(WatchList.entities(watch));
    Map<String, List<String>> names = Gazetteer.namesOf(ids);
    return watches.stream().map(watch -> into(watch, names)).toList();
  }

  /** The same watch with what its entity terms stand for now. */
  public static Watch into(Watch watch) {
    return into(List.of(watch)).get(0);
  }

  private static Watch into(Watch watch, Map<String, List<String>> known) {
    Map<String, List<String>> names = new TreeMap<>();
    for (String id : WatchList.entities(watch)) names.put(id, known.getOrDefault(id, List.of()));
    if (names.isEmpty()) return watch;
    return watch.standingFor(new Watch.Entities(Gazetteer.currentVersion(), names));
  }

  /** What became of the names between two versions of a watch, a line for each entity. */
  static List<String> changes(Watch before, Watch after) {
    Map<String, List<String>> old = names(before.entities());
    List<String> changes = new ArrayList<>();
    names(after.entities())
        .forEach(
            (id, now) -> {
              List<String> then = old.getOrDefault(id, now);
              add(after.id() + ": entity:" + id + " is also ", now, then, changes);
              add(after.id() + ": entity:" + id + " is no longer ", then, now, changes);
            });
    return changes;
  }

  private static void add(
      String what, List<String> these, List<String> butNot, List<String> changes) {
    List<String> names = these.stream().filter(name -> !butNot.contains(name)).toList();
    if (!names.isEmpty()) changes.add(what + String.join(", ", names));
  }

  static Map<String, List<String>> names(Watch.@Nullable Entities entities) {
    return entities == null ? Map.of() : new TreeMap<>(entities.names());
  }
}
