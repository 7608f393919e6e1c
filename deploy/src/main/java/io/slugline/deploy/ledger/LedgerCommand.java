package io.slugline.deploy.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.LedgerEntry;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import io.slugline.deploy.topic.ClusterOption;
import io.slugline.deploy.topic.OpenCluster;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slugline ledger}: each file's account, and whether all topics add up to it. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = {
      "Shows each file's account, and reconciles files, articles and topics.",
      "1 when something is missing or too much; it says what and where."
    })
public final class LedgerCommand implements Callable<Integer> {
  private static final int MOST_GAPS = 1000;

  @Mixin private ClusterOption clusterOption;
  @Spec private CommandSpec spec;

  @Option(names = "--output", defaultValue = "text", paramLabel = "text|json")
  private Output output = Output.text;

  @Override
  public Integer call() throws Exception {
    try (OpenCluster open = clusterOption.open()) {
      Books books = Books.read(open.cluster(), Clock.systemUTC());
      List<Gap> gaps = books.gaps();
      long difference = gaps.stream().mapToLong(Gap::articles).sum();
      PrintWriter out = spec.commandLine().getOut();
      books.files().accounts().forEach(entry -> out.println(line(entry)));
      gaps.stream().limit(MOST_GAPS).forEach(gap -> out.println(line(gap)));
      out.println(output == Output.json ? json(books, difference) : text(books, difference));
      out.flush();
      return difference == 0 ? ExitCode.DONE : ExitCode.NO;
    }
  }

  private String line(LedgerEntry entry) {
    if (output == Output.json) return Json.write(entry);
    return "%-9s %5d published %5d rejected  %s%s%s"
        .formatted(
            entry.state().word(),
            entry.published(),
            entry.rejected(),
            entry.path(),
            entry.reason() == null ? "" : ": " + entry.reason(),
            entry.repeatOf() == null ? "" : " = " + entry.repeatOf());
  }

  private String line(Gap gap) {
    if (output == Output.text) {
      return "DIFFERS   %5d on %s: %s %s"
          .formatted(gap.articles(), gap.topic(), gap.key(), gap.what());
    }
    ObjectNode line = Json.mapper().createObjectNode();
    return line.set("differs", Json.mapper().valueToTree(gap)).toString();
  }

  private static ObjectNode json(Books books, long difference) {
    Files files = Files.of(books.files().accounts());
    ArticleBook articles = books.articles();
    ObjectNode sums =
        Json.mapper()
            .createObjectNode()
            .put("difference", difference)
            .put("files", files.files())
            .put("repeats", files.repeats())
            .put("articles", files.articles())
            .put("published", files.published())
            .put("rejected", files.rejected());
    sums.putObject("enrich")
        .put("read", articles.read())
        .put("enriched", articles.enriched())
        .put("repeats", articles.repeats())
        .put("deadLetters", articles.deadLetters())
        .put("underWay", books.underWay());
    sums.putObject("alerting")
        .put("alerts", books.pages().alerts())
        .put("pages", books.pages().pages())
        .put("deliveries", books.pages().deliveries());
    return sums;
  }

  private static String text(Books books, long difference) {
    Files files = Files.of(books.files().accounts());
    ArticleBook articles = books.articles();
    return """
        %d files (%d repeats): %d articles = %d published + %d rejected
        articles.raw: %d records = %d enriched + %d repeats + %d dead letters + %d under way
        alerts: %d, of which %d asked for a page; %d deliveries
        difference %d"""
        .formatted(
            files.files(),
            files.repeats(),
            files.articles(),
            files.published(),
            files.rejected(),
            articles.read(),
            articles.enriched(),
            articles.repeats(),
            articles.deadLetters(),
            books.underWay(),
            books.pages().alerts(),
            books.pages().pages(),
            books.pages().deliveries(),
            difference);
  }

  /** The sums of all accounts. */
  private record Files(int files, int repeats, long articles, long published, long rejected) {

    static Files of(Collection<LedgerEntry> accounts) {
      return new Files(
          accounts.size(),
          (int) accounts.stream().filter(each -> each.state() == LedgerEntry.State.REPEAT).count(),
          accounts.stream().mapToLong(LedgerEntry::articles).sum(),
          accounts.stream().mapToLong(LedgerEntry::published).sum(),
          accounts.stream().mapToLong(LedgerEntry::rejected).sum());
    }
  }
}
