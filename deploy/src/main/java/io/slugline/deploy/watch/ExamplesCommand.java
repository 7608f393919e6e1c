package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Explanation;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Json;
import io.slugline.contract.Watch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code watch test}: a watch's examples are its tests. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs each watch's examples: what it must hit and what it must miss.")
final class ExamplesCommand implements Callable<Integer> {
  @Mixin private final ListFile list = new ListFile();
  private int wrong;

  @Override
  public Integer call() {
    ArticleMaker maker = new ArticleMaker();
    for (Watch watch : list.watches()) {
      for (String example : watch.examples().mustHit()) test(watch, example, true, maker);
      for (String example : watch.examples().mustMiss()) test(watch, example, false, maker);
    }
    return wrong > 0 ? 1 : 0;
  }

  private void test(Watch watch, String example, boolean expected, ArticleMaker maker) {
    Explanation explanation = Monitor.explain(watch, article(example, maker));
    boolean matched = explanation.matched();
    if (matched != expected) wrong++;
    System.out.println(
        list.isJson()
            ? json(watch, example, expected, matched)
            : text(explanation, example, expected));
  }

  private static EnrichedArticle article(String example, ArticleMaker maker) {
    return maker
        .fromText(example)
        .orElseThrow(
            () -> new IllegalArgumentException("no text in the example '" + example + "'"));
  }

  private static ObjectNode json(Watch watch, String example, boolean expected, boolean matched) {
    return Json.mapper()
        .createObjectNode()
        .put("watch", watch.id())
        .put("example", example)
        .put("expected", expected)
        .put("matched", matched);
  }

  private static String text(Explanation explanation, String example, boolean expected) {
    boolean right = explanation.matched() == expected;
    String line =
        "%s %s %s: %s"
            .formatted(
                right ? "ok   " : "WRONG",
                explanation.watch().id(),
                expected ? "must hit" : "must miss",
                example);
    return right ? line : line + "\n      " + ExplainCommand.reason(explanation);
  }
}
