package io.slugline.alerting.console.access;

import java.util.Locale;

/** What a person may do, rising: each role may do what the one before it may. */
public enum Role {
  /** Looks at everything. */
  VIEWER,
  /** Acknowledges, silences, splits and merges. */
  OPERATOR,
  /** Writes watches. */
  EDITOR;

  public boolean mayDoWhat(Role needed) {
    return compareTo(needed) >= 0;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
