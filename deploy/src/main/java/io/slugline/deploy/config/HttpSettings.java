package io.slugline.deploy.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where health and metrics are served.
 *
 * @param host that is listened on; the loopback address unless someone says otherwise
 * @param port 0 for any free one
 */
public record HttpSettings(String host, int port) {
  private static final int STANDARD_PORT = 8480;

  /** What is not given is standard. */
  @JsonCreator
  public HttpSettings(
      @JsonProperty("host") @Nullable String host, @JsonProperty("port") @Nullable Integer port) {
    this(
        Objects.requireNonNullElse(host, "localhost"),
        Objects.requireNonNullElse(port, STANDARD_PORT).intValue());
  }

  public HttpSettings {
    if (port < 0 || port > 65_535) throw new IllegalArgumentException("port: not a port: " + port);
  }

  static HttpSettings standard() {
    return new HttpSettings(null, null);
  }
}
