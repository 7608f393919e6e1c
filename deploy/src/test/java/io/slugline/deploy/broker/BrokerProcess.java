package io.slugline.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slugline.deploy.config.KafkaSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** An embedded broker in a process of its own, so that a test can kill it. */
public record BrokerProcess(Process process, String bootstrapServers) {

  public static BrokerProcess start(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = lines.readLine();
    return new BrokerProcess(process, Objects.requireNonNull(line, "the broker did not start"));
  }

  /** How to reach it, with no more partitions for raw articles than a test needs. */
  public KafkaSettings settings(int rawPartitions) {
    return new KafkaSettings(
        bootstrapServers, null, 0, Map.of("articles.raw", rawPartitions), null);
  }

  /** As `kill -9` does: no word of warning. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(EmbeddedBroker.start(Path.of(arguments[0]), 0).bootstrapServers());
  }
}
