package io.slugline.alerting.watch;

import io.slugline.alerting.watch.query.QuerySyntaxException;
import io.slugline.contract.Watch;

/** A watch whose query cannot be read: which, where, and what was expected there. */
public final class WatchSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int line;
  private final int column;
  private final String expected;

  WatchSyntaxException(Watch watch, QuerySyntaxException cause) {
    this(watch, Place.of(watch.query(), cause.at()), cause);
  }

  private WatchSyntaxException(Watch watch, Place place, QuerySyntaxException cause) {
    super(
        "watch %s, line %d, column %d: %s; expected %s"
            .formatted(
                watch.id(), place.line(), place.column(), cause.getMessage(), cause.expected()),
        cause);
    this.line = place.line();
    this.column = place.column();
    this.expected = cause.expected();
  }

  /** Line of the query, from 1. */
  public int line() {
    return line;
  }

  /** Column in that line, from 1. */
  public int column() {
    return column;
  }

  public String expected() {
    return expected;
  }
}
