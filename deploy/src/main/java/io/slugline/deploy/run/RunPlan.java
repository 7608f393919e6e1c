package io.slugline.deploy.run;

import io.slugline.deploy.config.SluglineConfig;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param config without a cluster in it, a broker of our own is started
 * @param file that the configuration was read from; empty for the standard one
 * @param data where broker and stores keep what survives a restart
 * @param port of our own broker; 0 for any free one
 * @param inbox folder that is watched
 * @param watches list that replaces the one in force; empty keeps that one
 */
record RunPlan(
    SluglineConfig config,
    Optional<Path> file,
    Path data,
    int port,
    Path inbox,
    Optional<Path> watches) {

  boolean ownBroker() {
    return config.kafka().bootstrapServers().isEmpty();
  }
}
