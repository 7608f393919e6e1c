package io.slugline.alerting.console.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.slugline.alerting.console.view.Texts;
import io.slugline.alerting.watch.Problem;
import io.slugline.alerting.watch.WatchList;
import io.slugline.alerting.watch.WatchListException;
import io.slugline.contract.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A watch as the text that people write: a list of one, in the form of every watch list. */
final class Watching {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  /** Characters of a watch that a form takes. */
  static final int LONGEST = 200_000;

  static final String NEW =
      """
      watches:
        - id: new-watch
          title: What it looks for
          severity: warning
          receiver: log
          state: draft
          query: |
            (word OR words*) NEAR/12 (other OR "a phrase")
          examples:
            must-hit:
              - A sentence that it must match.
            must-miss:
              - A sentence that it must not match.
      """;

  private Watching() {}

  static String text(Watch watch) {
    ObjectNode root = YAML.createObjectNode();
    ObjectNode one = root.putArray("watches").addObject();
    one.put("id", watch.id()).put("title", watch.title());
    one.put("severity", watch.severity().word()).put("receiver", watch.receiver());
    one.put("state", watch.state().word()).put("query", watch.query());
    if (watch.note() != null) one.put("note", watch.note());
    if (watch.escalate() != null) one.set("escalate", steps(watch.escalate()));
    ObjectNode examples = one.putObject("examples");
    watch.examples().mustHit().forEach(examples.putArray("must-hit")::add);
    watch.examples().mustMiss().forEach(examples.putArray("must-miss")::add);
    try {
      return Shown.harmless(Texts.atMost(LONGEST, YAML.writeValueAsString(root)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write watch " + watch.id(), e);
    }
  }

  private static ObjectNode steps(Watch.Escalate steps) {
    ObjectNode said = YAML.createObjectNode().put("severity", steps.severity());
    if (steps.outlets() > 0) said.put("outlets", steps.outlets());
    if (steps.surge() > 0) said.put("surge", steps.surge());
    return said.put("entity", steps.entity());
  }

  static List<Problem> lint(String text, Predicate<String> isKnown) {
    return WatchList.lint(text, isKnown);
  }

  /** The one watch of a text that can be read; empty for any other text. */
  static Optional<Watch> read(String text, String author, Instant now) {
    try {
      List<Watch> watches = WatchList.read(text, author, now);
      return watches.size() == 1 ? Optional.of(watches.get(0)) : Optional.empty();
    } catch (WatchListException e) {
      return Optional.empty();
    }
  }
}
