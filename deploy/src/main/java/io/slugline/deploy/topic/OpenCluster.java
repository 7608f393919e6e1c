package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import java.io.IOException;

/**
 * The cluster that a command works on.
 *
 * @param broker ends what was started for the command alone
 */
public record OpenCluster(Cluster cluster, AutoCloseable broker) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    try {
      broker.close();
    } catch (Exception e) {
      throw new IOException("the broker did not stop cleanly", e);
    }
  }
}
