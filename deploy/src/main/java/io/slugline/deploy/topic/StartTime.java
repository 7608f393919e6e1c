package io.slugline.deploy.topic;

import io.slugline.deploy.config.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where to begin: {@code beginning}, a time, a day, or how long ago ({@code 2h}). */
public record StartTime(Instant at) {

  /** Reads it from the command line. */
  public static final class Converter implements ITypeConverter<StartTime> {

    @Override
    public StartTime convert(String text) {
      if (text.equals("beginning")) return new StartTime(Instant.EPOCH);
      Optional<Duration> ago = Durations.parse(text);
      if (ago.isPresent()) return new StartTime(Instant.now().minus(ago.get()));
      try {
        return new StartTime(
            text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time: beginning, 2h, 2026-11-22 or 2026-11-22T18:00:00Z");
      }
    }
  }
}
