package io.slugline.alerting.watch;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Where a unit of a query stands in the file that the query was read from. */
final class QueryPlace {
  private QueryPlace() {}

  static Place of(String yaml, ScalarNode query, int at) {
    int line = query.getStartMark().getLine();
    int column = query.getStartMark().getColumn();
    ScalarStyle style = query.getScalarStyle();
    Place inside = Place.of(query.getValue(), at);
    if (style == ScalarStyle.LITERAL) return block(yaml, line + 1, inside);
    if (style == ScalarStyle.FOLDED) return folded(yaml, query, at);
    int quote = style == ScalarStyle.PLAIN ? 0 : 1;
    return new Place(line + inside.line(), column + quote + inside.column());
  }

  private static Place block(String yaml, int firstLine, Place inside) {
    List<String> lines = yaml.lines().skip(firstLine).toList();
    int indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(QueryPlace::indent)
            .orElse(0);
    return new Place(firstLine + inside.line(), indent + inside.column());
  }

  /** In a folded text each line's end has become a space: walks both side by side. */
  private static Place folded(String yaml, ScalarNode query, int at) {
    int line = query.getStartMark().getLine() + 1;
    int left = at;
    for (String text : yaml.lines().skip(line).toList()) {
      String words = text.strip();
      if (left <= words.length()) return new Place(line + 1, indent(text) + left + 1);
      left -= words.length() + 1;
      line++;
    }
    return new Place(line, 1);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
