package io.slugline.enrich.gazetteer;

import io.slugline.contract.MentionType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of entities: id, type, country, weight, other ids and names, parted by tabs. Names
 * are parted by {@code |}, the main one first, each with its guard and where it comes from in
 * braces: {@code Bar{weak,wpi}}. A name without a source comes from the one that the file's head
 * names.
 */
final class GazetteerFile {
  private static final int COLUMNS = 6;

  private GazetteerFile() {}

  /** One entity with its ids in other registers and its names. */
  record Line(Entity entity, List<String> also, List<Name> names) {}

  /** One name of an entity. */
  record Name(String text, Guard guard) {}

  /** Hands every line of a file that ships to the reader, without those that are empty or notes. */
  static void forEach(String resource, Consumer<String> reader) {
    InputStream found = GazetteerFile.class.getResourceAsStream(resource);
    if (found == null) throw new IllegalStateException("no gazetteer file " + resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      forEach(resource, lines, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read gazetteer file " + resource, e);
    }
  }

  private static void forEach(String resource, BufferedReader lines, Consumer<String> reader)
      throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isEmpty() || line.charAt(0) == '#') continue;
      try {
        reader.accept(line);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(resource + " line " + number + ": " + e.getMessage(), e);
      }
    }
  }

  static Line parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(columns.length + " columns where 6 should be");
    }
    List<Name> names = names(columns[5]);
    Entity entity =
        new Entity(
            columns[0],
            MentionType.valueOf(columns[1]),
            names.get(0).text(),
            emptyToNull(columns[2]),
            Integer.parseInt(columns[3]));
    return new Line(entity, columns[4].isEmpty() ? List.of() : parted(columns[4], ','), names);
  }

  static List<Name> names(String written) {
    List<Name> names = new ArrayList<>(4);
    for (String name : parted(written, '|')) names.add(name(name));
    return names;
  }

  private static Name name(String written) {
    int brace = written.indexOf('{');
    if (brace < 0) return new Name(written.strip(), Guard.NONE);
    int end = written.indexOf('}', brace);
    if (end < 0) throw new IllegalArgumentException("no } behind " + written);
    Guard guard = Guard.NONE;
    for (String mark : parted(written.substring(brace + 1, end), ',')) {
      guard = guard == Guard.NONE ? guard(mark) : guard;
    }
    return new Name(written.substring(0, brace).strip(), guard);
  }

  /** A mark that is no guard says where the name comes from. */
  private static Guard guard(String mark) {
    for (Guard guard : Guard.values()) {
      if (guard.name().toLowerCase(Locale.ROOT).equals(mark)) return guard;
    }
    return Guard.NONE;
  }

  private static List<String> parted(String written, char by) {
    List<String> parts = new ArrayList<>(4);
    int start = 0;
    for (int end = written.indexOf(by); end >= 0; end = written.indexOf(by, start)) {
      parts.add(written.substring(start, end).strip());
      start = end + 1;
    }
    parts.add(written.substring(start).strip());
    return parts;
  }

  private static @Nullable String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
