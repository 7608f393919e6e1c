package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The two clean texts that an article has. Spans are always in one of them. */
public enum Field {
  TITLE,
  BODY;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
