package io.slugline.alerting.watch.query;

/** A query cannot be read: where it goes wrong, and what was expected there. */
public final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int at;
  private final String expected;

  QuerySyntaxException(int at, String message, String expected) {
    super(message);
    this.at = at;
    this.expected = expected;
  }

  /** First unit of the query that cannot be read. */
  public int at() {
    return at;
  }

  /** What could have stood there. */
  public String expected() {
    return expected;
  }
}
