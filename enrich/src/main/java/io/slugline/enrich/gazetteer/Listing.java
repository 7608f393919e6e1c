package io.slugline.enrich.gazetteer;

import io.slugline.enrich.gazetteer.GazetteerFile.Line;
import io.slugline.enrich.gazetteer.GazetteerFile.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All entities of all files, each once: a line whose id an earlier one claims adds its names to
 * that. Then what was changed by hand, in the order it was written down; taking such a line out
 * undoes it.
 */
final class Listing {
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, String> mainIds = new HashMap<>();

  Iterable<Line> lines() {
    return lines.values();
  }

  /** Every id of another register, or of an entity that ended in another, with its main id. */
  Map<String, String> otherIds() {
    return mainIds;
  }

  /** The names of an entity by any of its ids. */
  Optional<List<String>> names(String id) {
    Line line = lines.get(mainIds.getOrDefault(id, id));
    return Optional.ofNullable(line).map(it -> it.names().stream().map(Name::text).toList());
  }

  void add(Line line) {
    String id = line.entity().id();
    String known = known(id);
    if (known == null) lines.put(id, line);
    else merge(known, line);
    String main = known == null ? id : known;
    if (!main.equals(id)) mainIds.put(id, main);
    for (String other : line.also()) mainIds.putIfAbsent(other, main);
  }

  /** A change: an id, what is done ({@code name, unname, merge, remove}), to what, and why. */
  void change(String written) {
    String[] columns = written.split("\t", -1);
    if (columns.length != 4) {
      throw new IllegalArgumentException(columns.length + " columns where 4 should be");
    }
    Line line = line(columns[0]);
    switch (columns[1]) {
      case "name" -> merge(line.entity().id(), GazetteerFile.names(columns[2]));
      case "unname" -> unname(line, columns[2]);
      case "merge" -> end(line(columns[2]), line.entity().id());
      case "remove" -> lines.remove(line.entity().id());
      default -> throw new IllegalArgumentException("no change is called " + columns[1]);
    }
  }

  private Line line(String id) {
    Line line = lines.get(mainIds.getOrDefault(id, id));
    if (line == null) throw new IllegalArgumentException("no entity " + id);
    return line;
  }

  private void end(Line ended, String in) {
    lines.remove(ended.entity().id());
    mainIds.replaceAll((other, main) -> main.equals(ended.entity().id()) ? in : main);
    mainIds.put(ended.entity().id(), in);
    merge(in, ended);
  }

  private void unname(Line line, String name) {
    List<Name> kept = new ArrayList<>(line.names());
    if (!kept.removeIf(known -> known.text().equals(name)) || kept.isEmpty()) {
      throw new IllegalArgumentException(line.entity().id() + " cannot lose the name " + name);
    }
    lines.put(line.entity().id(), new Line(line.entity(), line.also(), kept));
  }

  private @Nullable String known(String id) {
    return lines.containsKey(id) ? id : mainIds.get(id);
  }

  private void merge(String into, Line line) {
    merge(into, line.names());
  }

  private void merge(String into, List<Name> names) {
    Line known = line(into);
    List<Name> all = new ArrayList<>(known.names());
    for (Name name : names) {
      if (all.stream().noneMatch(same -> same.text().equals(name.text()))) all.add(name);
    }
    lines.put(into, new Line(known.entity(), known.also(), all));
  }
}
