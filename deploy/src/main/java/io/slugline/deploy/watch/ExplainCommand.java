package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Explanation;
import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.index.Verdict;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Evidence;
import io.slugline.contract.Json;
import io.slugline.contract.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watch explain}: why each watch matches an article, or why it does not. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tells for each watch why it matches an article, or the first clause that fails.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private final ListFile list = new ListFile();

  @Option(
      names = "--article",
      required = true,
      paramLabel = "PATH",
      description = "an article file, as the inbox takes it")
  private Path path = Path.of("");

  @Override
  public Integer call() throws IOException {
    EnrichedArticle article = ArticleFile.read(path, new ArticleMaker());
    for (Watch watch : list.watches()) {
      Explanation explanation = Monitor.explain(watch, article);
      if (list.isJson()) System.out.println(json(explanation));
      else printText(explanation);
    }
    return 0;
  }

  static String reason(Explanation explanation) {
    Verdict failed = explanation.failed();
    if (failed != null)
      return failed.note() == null ? failed.clause() : failed.clause() + ": " + failed.note();
    return explanation.evidence().stream().map(Evidence::clause).collect(Collectors.joining("; "));
  }

  private static ObjectNode json(Explanation explanation) {
    Verdict failed = explanation.failed();
    ObjectNode line = Json.mapper().createObjectNode();
    line.put("watch", explanation.watch().id());
    line.put("matched", explanation.matched());
    line.set("evidence", Json.mapper().valueToTree(explanation.evidence()));
    line.put("failed", failed == null ? null : failed.clause());
    line.put("why", failed == null ? null : failed.note());
    line.set("tree", Json.mapper().valueToTree(explanation.tree()));
    return line;
  }

  private static void printText(Explanation explanation) {
    System.out.println(
        explanation.watch().id() + (explanation.matched() ? " matches" : " does not match"));
    for (Evidence evidence : explanation.evidence()) {
      System.out.printf(
          "  %s: \"%s\" (%s %d-%d)%n",
          evidence.clause(),
          evidence.quote(),
          evidence.field().word(),
          evidence.start(),
          evidence.end());
    }
    print(explanation.tree(), "  ");
  }

  private static void print(Verdict verdict, String indent) {
    String sign =
        switch (verdict.outcome()) {
          case TRUE -> "+ ";
          case FALSE -> "- ";
          case NOT_REACHED -> ". ";
        };
    String note = verdict.note() == null ? "" : "  [" + verdict.note() + "]";
    System.out.println(indent + sign + verdict.clause().replaceAll("\\s+", " ") + note);
    for (Verdict part : verdict.parts()) print(part, indent + "  ");
  }
}
