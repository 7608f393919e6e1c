package io.slugline.enrich.gazetteer.build;

import io.slugline.contract.MentionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;

/** An entity while it is put together from several lists. */
final class Draft {
  private final String id;
  private final MentionType type;
  private final String country;
  private final int weight;
  private final TreeSet<String> also = new TreeSet<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  Draft(String id, MentionType type, String country, int weight) {
    this.id = id;
    this.type = type;
    this.country = country;
    this.weight = weight;
  }

  String id() {
    return id;
  }

  MentionType type() {
    return type;
  }

  String country() {
    return country;
  }

  int weight() {
    return weight;
  }

  List<String> names() {
    return new ArrayList<>(names.keySet());
  }

  /** Another register's id of the same thing. */
  Draft also(String other) {
    if (!other.isBlank() && !other.equals(id)) also.add(other);
    return this;
  }

  /**
   * Adds a name unless it is there already.
   *
   * @param marks its guard and where it comes from, parted by commas, or empty
   */
  Draft name(String name, String marks) {
    String clean = name.replaceAll("[\\t|{}\\n\\r]+", " ").replaceAll("\\s+", " ").strip();
    if (clean.chars().anyMatch(Character::isLetter)) names.putIfAbsent(clean, marks);
    return this;
  }

  /** Takes over all that another draft says of the same thing. */
  void take(Draft other) {
    also(other.id);
    also.addAll(other.also);
    other.names.forEach(names::putIfAbsent);
  }

  boolean isNameless() {
    return names.isEmpty();
  }

  String line() {
    StringJoiner written = new StringJoiner("|");
    names.forEach((name, marks) -> written.add(marks.isEmpty() ? name : name + "{" + marks + "}"));
    return String.join(
        "\t", id, type.name(), country, "" + weight, String.join(",", also), written.toString());
  }
}
