package io.slugline.enrich.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What {@code slugline train story-likeness} learned: chances that two articles tell of one
 * happening, and that they are one text.
 *
 * @param dated same happening, where both times are known
 * @param undated same happening, where not
 * @param titled same text, where both have titles
 * @param untitled same text, whatever the titles say
 */
record Chance(Logistic dated, Logistic undated, Logistic titled, Logistic untitled) {

  static Chance load() {
    Properties weights = new Properties();
    try (InputStream in = Chance.class.getResourceAsStream("likeness.properties")) {
      if (in == null) throw new IllegalStateException("likeness.properties is missing");
      weights.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read likeness.properties", e);
    }
    return new Chance(
        Logistic.parse(weights.getProperty("story.dated", "")),
        Logistic.parse(weights.getProperty("story.undated", "")),
        Logistic.parse(weights.getProperty("copy.titled", "")),
        Logistic.parse(weights.getProperty("copy.untitled", "")));
  }

  /**
   * @param crowd of the later article
   */
  double sameStory(Likeness likeness, double crowd) {
    return likeness.isDated() ? dated.of(likeness.dated(crowd)) : undated.of(likeness.undated());
  }
}
