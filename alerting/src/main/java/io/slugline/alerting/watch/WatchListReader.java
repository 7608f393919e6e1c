package io.slugline.alerting.watch;

import io.slugline.alerting.watch.query.QueryParser;
import io.slugline.alerting.watch.query.QuerySyntaxException;
import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One reading of one watch list, noting problems on the way and going on behind each. */
final class WatchListReader {
  private static final Set<String> KEYS =
      Set.of(
          "id", "title", "severity", "receiver", "state", "query", "examples", "note", "escalate");
  private static final String ID = "[a-z0-9][a-z0-9._-]*";

  private final String yaml;
  private final String author;
  private final Instant effectiveFrom;
  private final QueryLint lint;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  WatchListReader(String yaml, String author, Instant effectiveFrom, QueryLint lint) {
    this.yaml = yaml;
    this.author = author;
    this.effectiveFrom = effectiveFrom;
    this.lint = lint;
  }

  /** Problems in the file's order. */
  List<Problem> problems() {
    problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return problems;
  }

  List<Watch> read() {
    Node root = compose();
    if (root == null) return List.of();
    YamlMap file = new YamlMap(root, "", this::problem);
    file.allowOnly(Set.of("watches"));
    List<Watch> watches = new ArrayList<>();
    for (Node item : file.list("watches")) {
      Watch watch = watch(item);
      if (watch != null) watches.add(watch);
    }
    return watches;
  }

  private @Nullable Node compose() {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(1 << 28);
      options.setAllowDuplicateKeys(false);
      Node root = new Yaml(options).compose(new StringReader(yaml));
      if (root == null) note("", new Place(1, 1), Severity.CRITICAL, "the list is empty");
      return root;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      Place place = mark == null ? new Place(1, 1) : placeOf(mark);
      note("", place, Severity.CRITICAL, "not YAML: " + e.getProblem());
      return null;
    } catch (YAMLException e) {
      note("", new Place(1, 1), Severity.CRITICAL, "not YAML: " + e.getMessage());
      return null;
    }
  }

  private @Nullable Watch watch(Node node) {
    if (!(node instanceof MappingNode)) {
      problem("", node, "a watch is a mapping with id, title, severity, receiver and query");
      return null;
    }
    int before = problems.size();
    YamlMap map = new YamlMap(node, idOf(node), this::problem);
    map.allowOnly(KEYS);
    String id = map.text("id");
    checkId(id, map);
    Severity severity = word(map, "severity", Severity.values(), null);
    WatchState state = word(map, "state", WatchState.values(), WatchState.LIVE);
    String query = map.text("query");
    if (query != null) checkQuery(map, query);
    String title = map.text("title");
    String receiver = map.text("receiver");
    Watch.Examples examples = examples(map);
    Watch.Escalate escalate = EscalateReader.read(map, this::problem);
    boolean broken = problems.subList(before, problems.size()).stream().anyMatch(Problem::isError);
    if (broken || id == null || title == null || query == null) return null;
    if (severity == null || receiver == null || state == null) return null;
    String note = map.optionalText("note");
    return new Watch(
        id,
        title,
        severity,
        receiver,
        state,
        query,
        examples,
        1,
        author,
        effectiveFrom,
        note,
        escalate,
        null,
        null);
  }

  private void checkId(@Nullable String id, YamlMap map) {
    if (id == null) return;
    Node place = map.valueOf("id");
    if (!id.matches(ID)) {
      problem(id, place, "an id is lower-case letters, digits, '-', '_' and '.'");
    }
    if (!ids.add(id)) problem(id, place, "the id '" + id + "' appears twice");
  }

  private void checkQuery(YamlMap map, String text) {
    ScalarNode node = (ScalarNode) map.valueOf("query");
    try {
      for (QueryLint.Remark remark : lint.remarks(QueryParser.parse(text))) {
        note(map.watch(), QueryPlace.of(yaml, node, remark.at()), remark.severity(), remark.text());
      }
    } catch (QuerySyntaxException e) {
      String message = e.getMessage() + "; expected " + e.expected();
      note(map.watch(), QueryPlace.of(yaml, node, e.at()), Severity.CRITICAL, message);
    }
  }

  private <T extends Enum<T>> @Nullable T word(
      YamlMap map, String key, T[] values, @Nullable T absent) {
    String text = absent == null ? map.text(key) : map.optionalText(key);
    if (text == null) return absent;
    List<String> words = new ArrayList<>();
    for (T value : values) {
      String word = value.name().toLowerCase(Locale.ROOT);
      if (word.equals(text)) return value;
      words.add(word);
    }
    problem(
        map.watch(),
        map.valueOf(key),
        "no " + key + " '" + text + "': " + String.join(", ", words));
    return absent;
  }

  private Watch.Examples examples(YamlMap map) {
    Node node = map.optional("examples");
    if (node == null) return new Watch.Examples(List.of(), List.of());
    YamlMap examples = new YamlMap(node, map.watch(), this::problem);
    examples.allowOnly(Set.of("must-hit", "must-miss"));
    return new Watch.Examples(examples.texts("must-hit"), examples.texts("must-miss"));
  }

  private static String idOf(Node node) {
    String id = new YamlMap(node, "", (watch, at, message) -> {}).optionalText("id");
    return id == null ? "" : id;
  }

  private void problem(String watch, Node at, String message) {
    note(watch, placeOf(at.getStartMark()), Severity.CRITICAL, message);
  }

  private void note(String watch, Place place, Severity severity, String message) {
    problems.add(new Problem(watch, place.line(), place.column(), severity, message));
  }

  private static Place placeOf(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
