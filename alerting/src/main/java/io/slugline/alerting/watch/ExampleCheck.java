package io.slugline.alerting.watch;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Severity;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A watch's examples are its tests: one that fails them must not go live. Drafts and shadows may
 * fail, since they wake nobody.
 */
public final class ExampleCheck {
  private final Function<String, Optional<EnrichedArticle>> reader;

  /**
   * @param reader makes an article of an example's text, as enrich would; empty when there is no
   *     text in it
   */
  public ExampleCheck(Function<String, Optional<EnrichedArticle>> reader) {
    this.reader = reader;
  }

  /**
   * The examples of live watches that are answered wrongly, each with its place.
   *
   * @throws WatchListException when the list cannot be read
   */
  public List<Problem> problems(String yaml) {
    Map<String, Watch> live =
        WatchList.read(yaml, "", Instant.EPOCH).stream()
            .filter(watch -> watch.state() == WatchState.LIVE)
            .collect(Collectors.toMap(Watch::id, watch -> watch));
    List<Problem> problems = new ArrayList<>();
    for (Node node : map(new Yaml().compose(new StringReader(yaml))).list("watches")) {
      Watch watch = live.get(String.valueOf(map(node).optionalText("id")));
      Node examples = map(node).optional("examples");
      if (watch == null || examples == null) continue;
      check(watch, examples, "must-hit", problems);
      check(watch, examples, "must-miss", problems);
    }
    return problems;
  }

  /**
   * Lets a list pass whose live watches do as their examples say.
   *
   * @throws WatchListException when it cannot be read, or one of them does not
   */
  public void require(String yaml) {
    List<Problem> problems = problems(yaml);
    if (!problems.isEmpty()) throw new WatchListException(problems);
  }

  private void check(Watch watch, Node examples, String key, List<Problem> problems) {
    if (map(examples).optional(key) == null) return;
    for (Node example : map(examples).list(key)) {
      if (example instanceof ScalarNode text && matches(watch, text) != key.equals("must-hit")) {
        problems.add(problem(watch, text, key));
      }
    }
  }

  private boolean matches(Watch watch, ScalarNode example) {
    return reader
        .apply(example.getValue())
        .map(article -> Monitor.explain(watch, article).matched())
        .orElse(false);
  }

  private static Problem problem(Watch watch, ScalarNode example, String key) {
    Mark mark = example.getStartMark();
    String what = key.equals("must-hit") ? "misses what it must hit: " : "hits what it must miss: ";
    return new Problem(
        watch.id(),
        mark.getLine() + 1,
        mark.getColumn() + 1,
        Severity.CRITICAL,
        what + example.getValue());
  }

  /** The list has been read before, so there is nothing left to complain of. */
  private static YamlMap map(Node node) {
    return new YamlMap(node, "", (watch, at, message) -> {});
  }
}
