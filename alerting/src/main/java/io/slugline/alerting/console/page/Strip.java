package io.slugline.alerting.console.page;

import io.slugline.alerting.console.view.ArticleLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A story's coverage of the last 24 hours, hour by hour: a chart of 24 bars, and its words.
 *
 * @param path of the bars in a box of 120 by 24
 * @param words for those who do not see it
 */
public record Strip(String path, String words) {
  private static final int HOURS = 24;
  private static final int BAR = 5;
  private static final int HEIGHT = 24;
  private static final int FULL = 4;

  static Strip of(List<ArticleLine> articles, Instant now) {
    int[] counts = new int[HOURS];
    int all = 0;
    for (ArticleLine article : articles) {
      long ago = Duration.between(article.firstArrivedAt(), now).toHours();
      if (ago < 0 || ago >= HOURS) continue;
      counts[HOURS - 1 - (int) ago]++;
      all++;
    }
    return new Strip(path(counts), all + " articles in the last 24 hours");
  }

  /**
   * A bar is full at the most busy hour, or at four articles, so that one article looks like one.
   */
  private static String path(int[] counts) {
    int most = FULL;
    for (int count : counts) most = Math.max(most, count);
    StringBuilder path = new StringBuilder();
    for (int hour = 0; hour < HOURS; hour++) {
      int height = counts[hour] == 0 ? 1 : Math.max(4, counts[hour] * HEIGHT / most);
      path.append('M').append(hour * BAR).append(' ').append(HEIGHT);
      path.append('v').append(-height).append('h').append(BAR - 1).append('v').append(height);
      path.append('z');
    }
    return path.toString();
  }
}
