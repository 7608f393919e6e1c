package io.slugline.deploy.deadletter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import io.slugline.deploy.topic.ClusterOption;
import io.slugline.deploy.topic.OpenCluster;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline dead-letters}: what was set aside, why, and what becomes of it. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|show|redrive|discard",
    description = "Shows dead letters by cause, sends them back to where they came from.")
public final class DeadLettersCommand {
  @Spec private CommandSpec spec;

  /** What is done to the letters that were chosen. */
  private interface Decide {
    List<Outcome> on(DeadLetters letters, LetterFilter filter, Decider decider);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows each cause with how many there are and a sample; open ones only.")
  int list(
      @Mixin ClusterOption cluster,
      @Mixin LetterSelection selection,
      @Option(names = "--all", description = "those redriven or discarded too") boolean all,
      @Option(names = "--output", defaultValue = "text", paramLabel = "text|json") Output output)
      throws Exception {
    try (OpenCluster open = cluster.open()) {
      for (LetterGroup group : letters(open).groups(selection.filter(Set.of()))) {
        if (!all && group.open() == 0) continue;
        print(output, group, LetterLines::json, LetterLines::text);
      }
    }
    return ExitCode.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows one letter: the whole error, the headers, the bytes.")
  int show(
      @Mixin ClusterOption cluster,
      @Parameters(paramLabel = "LETTER", description = "as list names it: 0@17") String id,
      @Option(names = "--output", defaultValue = "text", paramLabel = "text|json") Output output)
      throws Exception {
    try (OpenCluster open = cluster.open()) {
      Optional<DeadLetter> letter = letters(open).letter(id);
      letter.ifPresent(found -> print(output, found, LetterLines::json, LetterLines::text));
      return letter.isPresent() ? ExitCode.DONE : missing(Set.of(id));
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Sends letters back to the topics they came from, each once and no more.",
        "1 when one of them cannot go back."
      })
  int redrive(
      @Mixin ClusterOption cluster,
      @Mixin LetterSelection selection,
      @Mixin Decider decider,
      @Option(names = "--output", defaultValue = "text", paramLabel = "text|json") Output output)
      throws Exception {
    try (OpenCluster open = cluster.open()) {
      return decide(letters(open), selection, decider, output, DeadLettersCommand::redriven);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives letters up: they are listed no more, and stay to be looked at.")
  int discard(
      @Mixin ClusterOption cluster,
      @Mixin LetterSelection selection,
      @Mixin Decider decider,
      @Option(names = "--output", defaultValue = "text", paramLabel = "text|json") Output output)
      throws Exception {
    try (OpenCluster open = cluster.open()) {
      return decide(letters(open), selection, decider, output, DeadLettersCommand::discarded);
    }
  }

  private int decide(
      DeadLetters letters,
      LetterSelection selection,
      Decider decider,
      Output output,
      Decide decide) {
    LetterFilter filter = selection.filter(decider.ids());
    if (filter.meansAll() != decider.all()) {
      throw new ParameterException(
          spec.commandLine(), "which ones? LETTER, --group, --stage, --topic, --since, or --all");
    }
    List<Outcome> outcomes = decide.on(letters, filter, decider);
    outcomes.forEach(each -> print(output, each, LetterLines::json, LetterLines::text));
    Set<String> missing = new HashSet<>(decider.ids());
    outcomes.forEach(each -> missing.remove(each.letter().id()));
    if (!missing.isEmpty()) return missing(missing);
    return outcomes.stream().allMatch(each -> each.result().isSettled())
        ? ExitCode.DONE
        : ExitCode.NO;
  }

  private static List<Outcome> redriven(DeadLetters letters, LetterFilter filter, Decider decider) {
    return letters.redrive(filter, decider.by(), decider.note());
  }

  private static List<Outcome> discarded(
      DeadLetters letters, LetterFilter filter, Decider decider) {
    return letters.discard(filter, decider.by(), decider.note());
  }

  private int missing(Set<String> ids) {
    spec.commandLine().getErr().println("no such letter that fits: " + String.join(", ", ids));
    return ExitCode.NO;
  }

  private <T> void print(
      Output output, T what, Function<T, ObjectNode> json, Function<T, String> text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(output == Output.json ? json.apply(what) : text.apply(what));
    out.flush();
  }

  private static DeadLetters letters(OpenCluster open) {
    return new DeadLetters(open.cluster(), Clock.systemUTC());
  }
}
