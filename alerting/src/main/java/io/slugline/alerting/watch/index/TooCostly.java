package io.slugline.alerting.watch.index;

/** A watch was given up on one article, so that it does not hold up the others. */
public final class TooCostly extends RuntimeException {
  TooCostly(long looks) {
    // Without a stack trace: it may be thrown for article after article.
    super("too costly: more than " + looks + " looks at one article", null, false, false);
  }
}
