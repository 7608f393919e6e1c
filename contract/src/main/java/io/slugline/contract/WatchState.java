package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a watch has come: being written, recorded without notifying anyone, or in force. */
public enum WatchState {
  DRAFT,
  SHADOW,
  LIVE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
