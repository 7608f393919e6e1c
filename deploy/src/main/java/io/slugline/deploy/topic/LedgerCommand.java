package io.slugline.deploy.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.LedgerEntry;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topics;
import io.slugline.deploy.command.ExitCode;
import io.slugline.deploy.command.Output;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code slugline ledger}: what each file's account says, held against what lies on {@code
 * articles.raw}.
 */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Shows each file's account and reconciles it with articles.raw.")
public final class LedgerCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Mixin private ClusterOption clusterOption;
  @Spec private CommandSpec spec;

  @Option(names = "--output", defaultValue = "text", paramLabel = "text|json")
  private Output output = Output.text;

  @Override
  public Integer call() throws Exception {
    try (OpenCluster open = clusterOption.open()) {
      return reconcile(open.cluster());
    }
  }

  private int reconcile(Cluster cluster) {
    Map<String, LedgerEntry> accounts = accounts(cluster);
    PrintWriter out = spec.commandLine().getOut();
    accounts.values().forEach(entry -> out.println(line(entry)));
    Sums sums = Sums.of(accounts, rawIds(cluster));
    out.println(output == Output.json ? sums.json() : sums.text());
    return sums.difference() == 0 ? ExitCode.DONE : ExitCode.NO;
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

  private static Map<String, LedgerEntry> accounts(Cluster cluster) {
    Map<String, LedgerEntry> accounts = new TreeMap<>();
    try (TopicReader<LedgerEntry> reader = TopicReader.fromBeginning(cluster, Topics.LEDGER)) {
      while (!reader.atEnd()) {
        reader.forEach(PATIENCE, (key, entry) -> put(accounts, key, entry));
      }
    }
    return accounts;
  }

  private static void put(
      Map<String, LedgerEntry> accounts, String key, @Nullable LedgerEntry entry) {
    if (entry == null) accounts.remove(key);
    else accounts.put(key, entry);
  }

  /** How often each raw article lies on the topic, by file and inbox. */
  private static Raw rawIds(Cluster cluster) {
    Raw raw = new Raw(new HashMap<>(), new HashSet<>(), new long[1]);
    try (var reader = TopicReader.fromBeginning(cluster, Topics.ARTICLES_RAW)) {
      while (!reader.atEnd()) reader.forEach(PATIENCE, (id, article) -> raw.note(article));
    }
    return raw;
  }

  /** The raw articles found: how many of each file and inbox, and how many came more than once. */
  @SuppressWarnings("ArrayRecordComponent") // one counter, written while reading
  private record Raw(Map<String, Integer> byFile, Set<String> ids, long[] twice) {

    void note(@Nullable RawArticle article) {
      if (article == null) return;
      String id = article.id();
      String file = id.substring(0, Math.max(0, id.lastIndexOf('-')));
      if (!ids.add(id + " " + article.inbox())) twice[0]++;
      else byFile.merge(file + " " + article.inbox(), 1, Integer::sum);
    }
  }

  /**
   * The sums of all accounts.
   *
   * @param difference articles that the ledger has and the topic has not, and the other way round;
   *     with those that lie there twice
   */
  private record Sums(
      int files, int repeats, long articles, long published, long rejected, long difference) {

    static Sums of(Map<String, LedgerEntry> accounts, Raw raw) {
      long articles = 0;
      long published = 0;
      long rejected = 0;
      int repeats = 0;
      long difference = raw.twice()[0];
      Map<String, Integer> unaccounted = new HashMap<>(raw.byFile());
      for (LedgerEntry entry : accounts.values()) {
        articles += entry.articles();
        published += entry.published();
        rejected += entry.rejected();
        if (entry.state() == LedgerEntry.State.REPEAT) {
          repeats++;
          continue;
        }
        Integer found = unaccounted.remove(entry.file() + " " + entry.inbox());
        difference += Math.abs(entry.published() - (found == null ? 0 : found));
      }
      difference += unaccounted.values().stream().mapToInt(Integer::intValue).sum();
      return new Sums(accounts.size(), repeats, articles, published, rejected, difference);
    }

    ObjectNode json() {
      return Json.mapper()
          .createObjectNode()
          .put("difference", difference)
          .put("files", files)
          .put("repeats", repeats)
          .put("articles", articles)
          .put("published", published)
          .put("rejected", rejected);
    }

    String text() {
      return "%d files (%d repeats): %d articles = %d published + %d rejected; difference %d"
          .formatted(files, repeats, articles, published, rejected, difference);
    }
  }
}
