package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How bad it is when a watch fires, rising. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
