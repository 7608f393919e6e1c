package io.slugline.deploy.command;

import io.slugline.deploy.config.ConfigException;
import io.slugline.deploy.config.ConfigFile;
import io.slugline.deploy.config.SluglineConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The configuration and the cluster that a command works with. */
public final class ConfigOption {
  private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
  private static final String LOCAL = "localhost:9092";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration; without it the standard one holds")
  private @Nullable Path file;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "the Kafka cluster, in place of the configuration's")
  private @Nullable String bootstrapServers;

  /** The configuration's file; empty for the standard one. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** What the file and the options say; the cluster may be left open. */
  public SluglineConfig read() throws IOException, ConfigException {
    SluglineConfig config =
        file == null ? SluglineConfig.standard() : ConfigFile.read(file, System.getenv());
    allowTokensFrom(config.kafka().properties().get("sasl.oauthbearer.token.endpoint.url"));
    return bootstrapServers == null ? config : config.at(bootstrapServers);
  }

  /**
   * Kafka's clients ask no address for a token that the JVM is not told of too. That is to keep out
   * settings of strangers; ours come from who runs us.
   */
  private static void allowTokensFrom(@Nullable String url) {
    String allowed = System.getProperty(ALLOWED, "");
    if (url == null || List.of(allowed.split(",")).contains(url)) return;
    System.setProperty(ALLOWED, allowed.isEmpty() ? url : allowed + "," + url);
  }

  /** The same for a command that needs a cluster: without one named, the one on this machine. */
  public SluglineConfig readWithCluster() throws IOException, ConfigException {
    SluglineConfig config = read();
    return config.kafka().bootstrapServers().isEmpty() ? config.at(LOCAL) : config;
  }
}
