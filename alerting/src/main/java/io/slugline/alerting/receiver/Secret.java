package io.slugline.alerting.receiver;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in no log, on no topic and on no page. In the configuration either {@code
 * ${NAME}}, which the environment fills in, or {@code {file: PATH}}, read anew for each use so that
 * it may be changed while running.
 */
public final class Secret {
  private final @Nullable String value;
  private final @Nullable Path file;

  private Secret(@Nullable String value, @Nullable Path file) {
    this.value = value;
    this.file = file;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Secret of(String value) {
    return new Secret(value, null);
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public static Secret in(@JsonProperty("file") Path file) {
    return new Secret(null, file);
  }

  /** What is wrong with it, without telling it. */
  public Optional<String> problem() {
    if (file != null) {
      return Files.isReadable(file) ? Optional.empty() : Optional.of("cannot read file " + file);
    }
    return value == null || value.isBlank() ? Optional.of("is empty") : Optional.empty();
  }

  String reveal() {
    if (file == null) return value == null ? "" : value;
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the secret in " + file, e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
