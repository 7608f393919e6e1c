package io.slugline.deploy.bench;

import io.slugline.deploy.command.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of ours in a process of its own, bound to some cores.
 *
 * @param log what it says
 */
record PinnedProcess(Process process, Path log) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("health and metrics at (http://\\S+)");
  private static final Pattern READ =
      Pattern.compile("(?m)^slugline_enrich_articles_read_total (\\S+)$");
  private static final Pattern SETTLED =
      Pattern.compile("(?m)^slugline_enrich_articles_total\\{[^}]*} (\\S+)$");

  static PinnedProcess start(String cores, Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", cores));
    command.addAll(OwnProcess.command(List.of(), arguments));
    return new PinnedProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** The first group of what it said, once it did. */
  String said(Pattern wanted) {
    try {
      String said = Files.readString(log);
      if (!process.isAlive()) throw new IllegalStateException("it ended: " + said);
      Matcher found = wanted.matcher(said);
      return found.find() ? found.group(1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isServed() {
    return !said(ADDRESS).isEmpty();
  }

  /** How many articles it has read, by its own count. */
  double read() throws IOException, InterruptedException {
    return count(READ);
  }

  /** How many it has enriched, found to be repeats or given up on. */
  double settled() throws IOException, InterruptedException {
    return count(SETTLED);
  }

  private double count(Pattern metric) throws IOException, InterruptedException {
    HttpRequest page = HttpRequest.newBuilder(URI.create(said(ADDRESS) + "metrics")).build();
    String metrics = HttpClient.newHttpClient().send(page, BodyHandlers.ofString()).body();
    return metric
        .matcher(metrics)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
