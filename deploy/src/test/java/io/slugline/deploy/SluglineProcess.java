package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code slugline} in a process of its own, as it ships, so that a test can kill it and read what
 * it wrote.
 *
 * @param log what it wrote to standard output and error
 */
public record SluglineProcess(Process process, Path log) {
  private static final Pattern ADDRESS = Pattern.compile("console at (http://\\S+)");
  private static final Duration STARTED = Duration.ofSeconds(90);

  /** {@code slugline run} on the samples, with its page on any free port. */
  public static SluglineProcess run(Path data, Map<String, String> environment) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("SLUGLINE_HTTP_PORT", "0");
    return start(
        data.resolveSibling(data.getFileName() + ".log"),
        all,
        List.of("run", "--data", data.toString(), "--config", "slugline.yaml"));
  }

  public static SluglineProcess start(
      Path log, Map<String, String> environment, List<String> arguments) throws IOException {
    Files.deleteIfExists(log);
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new SluglineProcess(builder.start(), log);
  }

  /** On a terminal: what is written to the process's standard input is what somebody types. */
  public static SluglineProcess onTerminal(Path log, List<String> arguments) throws IOException {
    List<String> command = command(arguments);
    command.add(1, "-Dslugline.terminal=true");
    // Who started us in the background has Ctrl-C ignored, and what we start inherits that.
    String line = "exec env --default-signal=INT '" + String.join("' '", command) + "'";
    Process script =
        new ProcessBuilder("script", "--quiet", "--flush", "--command", line, log.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new SluglineProcess(script, log);
  }

  private static List<String> command(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dslugline.home=" + Path.of("..").toRealPath(),
                "-cp",
                System.getProperty("java.class.path"),
                Slugline.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /** Where its page is, as soon as it says so. */
  public String address() {
    await()
        .atMost(STARTED)
        .untilAsserted(() -> assertThat(ADDRESS.matcher(said()).find()).as(said()).isTrue());
    Matcher address = ADDRESS.matcher(said());
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As `kill -9` does: no word of warning. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, and waits until it has. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }
}
