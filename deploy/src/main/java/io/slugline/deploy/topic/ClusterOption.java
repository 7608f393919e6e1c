package io.slugline.deploy.topic;

import io.slugline.deploy.broker.EmbeddedBroker;
import io.slugline.deploy.command.ConfigOption;
import io.slugline.deploy.config.ConfigException;
import io.slugline.deploy.config.SluglineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The cluster to work on: one that runs, or the data folder of {@code slugline run}. */
public final class ClusterOption {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "data folder of slugline run, whether it runs or not; beside a named cluster, where"
              + " stores lie")
  private @Nullable Path data;

  /** The cluster, started for this command where nobody else runs it. */
  public OpenCluster open() throws IOException, ConfigException {
    SluglineConfig read = config.read();
    boolean named = !read.kafka().bootstrapServers().isEmpty();
    if (data == null || named) return new OpenCluster(config.readWithCluster(), () -> {});
    Path folder = data.resolve("broker").toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) throw new IOException("--data " + data + ": no broker's data");
    Optional<String> running = EmbeddedBroker.runningOn(folder);
    if (running.isPresent()) return new OpenCluster(read.at(running.get()), () -> {});
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    return new OpenCluster(read.at(broker.bootstrapServers()), broker);
  }

  /** Where stores of the command's own lie. */
  public Path stores() {
    return (data == null ? Path.of("data") : data).resolve("state");
  }
}
