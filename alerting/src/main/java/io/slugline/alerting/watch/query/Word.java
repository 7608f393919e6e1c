package io.slugline.alerting.watch.query;

/**
 * One word of a query, folded.
 *
 * @param text without the signs that say how it matches
 */
public record Word(String text, How how) {

  /** Which words of an article this one stands for. */
  public enum How {
    INFLECTED,
    EXACT,
    PREFIX
  }
}
