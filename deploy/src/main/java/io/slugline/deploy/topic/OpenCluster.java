package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.deploy.config.SluglineConfig;
import java.io.IOException;

/**
 * The cluster that a command works on.
 *
 * @param config everything that is set, with this cluster in it
 * @param broker ends what was started for the command alone
 */
public record OpenCluster(SluglineConfig config, AutoCloseable broker) implements AutoCloseable {

  /** Where its topics are. */
  public Cluster cluster() {
    return config.kafka().cluster();
  }

  @Override
  public void close() throws IOException {
    try {
      broker.close();
    } catch (Exception e) {
      throw new IOException("the broker did not stop cleanly", e);
    }
  }
}
