package io.slugline.deploy.config;

import org.jspecify.annotations.Nullable;

/** Everything that can be set. A section that the file leaves out has its standard values. */
public record SluglineConfig(KafkaSettings kafka, HttpSettings http) {

  public SluglineConfig(@Nullable KafkaSettings kafka, @Nullable HttpSettings http) {
    this.kafka = kafka == null ? KafkaSettings.standard() : kafka;
    this.http = http == null ? HttpSettings.standard() : http;
  }

  /** What holds without a file. */
  public static SluglineConfig standard() {
    return new SluglineConfig(null, null);
  }

  /** The same, on another cluster. */
  public SluglineConfig at(String bootstrapServers) {
    return new SluglineConfig(kafka.at(bootstrapServers), http);
  }
}
