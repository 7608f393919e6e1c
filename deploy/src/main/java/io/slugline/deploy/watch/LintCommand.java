package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.alerting.watch.Problem;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Json;
import io.slugline.enrich.gazetteer.Gazetteer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code watch lint}: every problem of a list with its place, and what each query costs. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Tells every problem of a watch list with line and column, and what queries cost.")
final class LintCommand implements Callable<Integer> {
  @Mixin private final ListFile list = new ListFile();

  @Override
  public Integer call() {
    Gazetteer gazetteer = Gazetteer.load();
    List<Problem> problems = WatchList.lint(list.text(), id -> gazetteer.entity(id).isPresent());
    for (Problem problem : problems) {
      System.out.println(list.isJson() ? json(problem) : word(problem) + " " + problem);
    }
    return problems.stream().anyMatch(Problem::isError) ? 1 : 0;
  }

  private static ObjectNode json(Problem problem) {
    return Json.mapper()
        .createObjectNode()
        .put("watch", problem.watch())
        .put("line", problem.line())
        .put("column", problem.column())
        .put("severity", word(problem))
        .put("message", problem.message());
  }

  private static String word(Problem problem) {
    return problem.isError() ? "error" : problem.severity().word();
  }
}
