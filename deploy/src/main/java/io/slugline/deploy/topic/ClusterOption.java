package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
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
      description = "data folder of slugline run, whether it runs or not, in place of a cluster")
  private @Nullable Path data;

  /** The cluster, started for this command where nobody else runs it. */
  public OpenCluster open() throws IOException, ConfigException {
    if (data == null) return new OpenCluster(config.readWithCluster().kafka().cluster(), () -> {});
    Path folder = data.resolve("broker").toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) throw new IOException("--data " + data + ": no broker's data");
    SluglineConfig read = config.read();
    Optional<String> running = EmbeddedBroker.runningOn(folder);
    if (running.isPresent()) return new OpenCluster(cluster(read, running.get()), () -> {});
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    return new OpenCluster(cluster(read, broker.bootstrapServers()), broker);
  }

  /** What the configuration says beside the cluster. */
  public SluglineConfig settings() throws IOException, ConfigException {
    return config.read();
  }

  private static Cluster cluster(SluglineConfig read, String servers) {
    return read.at(servers).kafka().cluster();
  }
}
