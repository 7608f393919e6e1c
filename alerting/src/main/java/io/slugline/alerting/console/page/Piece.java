package io.slugline.alerting.console.page;

/**
 * A stretch of a text as it is shown.
 *
 * @param rule for a cut, what made it; empty otherwise
 */
public record Piece(Kind kind, String text, String rule) {

  /** How it is shown. */
  public enum Kind {
    PLAIN,
    MARKED,
    CUT
  }

  static Piece plain(String text) {
    return new Piece(Kind.PLAIN, text, "");
  }

  static Piece marked(String text) {
    return new Piece(Kind.MARKED, text, "");
  }
}
