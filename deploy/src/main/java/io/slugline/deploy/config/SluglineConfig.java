package io.slugline.deploy.config;

import io.slugline.alerting.AlertConfig;
import io.slugline.enrich.EnrichConfig;
import org.jspecify.annotations.Nullable;

/** Everything that can be set. A section that the file leaves out has its standard values. */
public record SluglineConfig(
    KafkaSettings kafka,
    IngestSettings ingest,
    EnrichConfig enrich,
    AlertConfig alerting,
    HttpSettings http,
    TracingSettings tracing) {

  public SluglineConfig(
      @Nullable KafkaSettings kafka,
      @Nullable IngestSettings ingest,
      @Nullable EnrichConfig enrich,
      @Nullable AlertConfig alerting,
      @Nullable HttpSettings http,
      @Nullable TracingSettings tracing) {
    this.kafka = kafka == null ? KafkaSettings.standard() : kafka;
    this.ingest = ingest == null ? IngestSettings.standard() : ingest;
    this.enrich = enrich == null ? EnrichConfig.standard() : enrich;
    this.alerting = alerting == null ? AlertConfig.standard() : alerting;
    this.http = http == null ? HttpSettings.standard() : http;
    this.tracing = tracing == null ? TracingSettings.standard() : tracing;
  }

  /** What holds without a file. */
  public static SluglineConfig standard() {
    return new SluglineConfig(null, null, null, null, null, null);
  }

  /** The same, on another cluster. */
  public SluglineConfig at(String bootstrapServers) {
    return new SluglineConfig(kafka.at(bootstrapServers), ingest, enrich, alerting, http, tracing);
  }

  /** The same for a process that must not be able to reach anyone. */
  public SluglineConfig withoutReceivers() {
    return new SluglineConfig(kafka, ingest, enrich, alerting.withoutReceivers(), http, tracing);
  }
}
