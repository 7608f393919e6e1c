package io.slugline.enrich.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a line alone can tell: share bars, calls to subscribe, copyright lines and the like, by
 * their wording. The rules stand in {@code line-rules.txt}.
 */
final class LineRules {
  private static final String RESOURCE = "line-rules.txt";
  private static final int LONGEST = 400;
  // A rule that may begin anywhere is asked only where one of these stands: most lines are spared
  // the search.
  private static final List<String> TRIGGERS =
      List.of(
          "(",
          "getty",
          "photo",
          "reuters/",
          "shutterstock",
          "epa-efe",
          "rights reserved",
          "follow");

  private final List<Rule> rules;

  /**
   * @param name name and version, as a cut names it
   * @param asWritten looks at the line before it is folded
   */
  private record Rule(String name, boolean asWritten, Pattern pattern) {
    boolean beginsAnywhere() {
      return pattern.pattern().startsWith(".{");
    }
  }

  private LineRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static LineRules load() {
    List<Rule> rules = new ArrayList<>();
    try (InputStream in = LineRules.class.getResourceAsStream(RESOURCE)) {
      if (in == null) throw new IllegalStateException("missing resource " + RESOURCE);
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        rules.add(rule(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return new LineRules(rules);
  }

  private static Rule rule(String line) {
    int blank = line.indexOf(' ');
    boolean asWritten = line.startsWith("=");
    String name = line.substring(asWritten ? 1 : 0, blank);
    return new Rule(name, asWritten, Pattern.compile(line.substring(blank + 1)));
  }

  /** Name and version of the rule that cuts this line; null when none does. */
  @Nullable String ruleFor(Line line) {
    if (line.length() > LONGEST || line.length() == 0) return null;
    boolean triggered = TRIGGERS.stream().anyMatch(line.folded()::contains);
    for (Rule rule : rules) {
      if (!triggered && rule.beginsAnywhere()) continue;
      CharSequence text = rule.asWritten() ? line.text() : line.folded();
      if (rule.pattern().matcher(text).matches()) return rule.name();
    }
    return null;
  }
}
