package io.slugline.deploy.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of traces are sent.
 *
 * @param endpoint of an OpenTelemetry collector that takes OTLP over HTTP; none: nowhere
 * @param share of the articles whose steps are sent, the same articles in every stage
 */
public record TracingSettings(@Nullable URI endpoint, double share) {

  /** What is not given is standard. */
  @JsonCreator
  public TracingSettings(
      @JsonProperty("endpoint") @Nullable URI endpoint,
      @JsonProperty("share") @Nullable Double share) {
    this(endpoint, Objects.requireNonNullElse(share, 1.0).doubleValue());
  }

  public TracingSettings {
    if (endpoint != null && endpoint.toString().isBlank()) endpoint = null;
    if (endpoint != null && endpoint.getHost() == null) {
      throw new IllegalArgumentException("endpoint: not an address: " + endpoint);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: " + share + " is not 0 to 1");
    }
  }

  static TracingSettings standard() {
    return new TracingSettings(null, null);
  }
}
