package io.slugline.alerting.lifecycle;

/**
 * All that is remembered between two turns.
 *
 * @param stories those with alerts
 * @param paces how often watches match, by language and watch
 * @param rhythms how often sources are heard, by language and source
 */
public record Shelves(Shelf<StoryAlerts> stories, Shelf<Pace> paces, Shelf<Rhythm> rhythms) {

  /** For what need not outlive the process. */
  public static Shelves inMemory() {
    return new Shelves(new MapShelf<>(), new MapShelf<>(), new MapShelf<>());
  }
}
