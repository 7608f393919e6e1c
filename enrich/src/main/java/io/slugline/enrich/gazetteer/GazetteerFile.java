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
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of entities: id, type, country, weight and names, parted by tabs; names parted by
 * {@code |}, the main one first, each with its marks in braces: {@code Jordan{personal}}.
 */
final class GazetteerFile {
  private GazetteerFile() {}

  /** One line. */
  record Line(Entity entity, List<Name> names) {}

  /** One name of an entity. */
  record Name(String text, Guard guard) {}

  static List<Line> read(String resource) {
    InputStream found = GazetteerFile.class.getResourceAsStream(resource);
    if (found == null) throw new IllegalStateException("no gazetteer file " + resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
      return read(resource, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read gazetteer file " + resource, e);
    }
  }

  private static List<Line> read(String resource, BufferedReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) continue;
      try {
        lines.add(parse(line));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(resource + " line " + number + ": " + e.getMessage(), e);
      }
    }
    return lines;
  }

  static Line parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 5) {
      throw new IllegalArgumentException(columns.length + " columns where 5 should be");
    }
    List<Name> names = new ArrayList<>();
    for (String name : columns[4].split("\\|")) names.add(name(name));
    Entity entity =
        new Entity(
            columns[0],
            MentionType.valueOf(columns[1]),
            names.get(0).text(),
            emptyToNull(columns[2]),
            Integer.parseInt(columns[3]));
    return new Line(entity, names);
  }

  private static Name name(String written) {
    int brace = written.indexOf('{');
    if (brace < 0) return new Name(written.strip(), Guard.NONE);
    String mark = written.substring(brace + 1, written.indexOf('}', brace));
    return new Name(written.substring(0, brace).strip(), guard(mark));
  }

  private static Guard guard(String mark) {
    return Guard.valueOf(mark.strip().toUpperCase(Locale.ROOT));
  }

  private static @Nullable String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
