package io.slugline.alerting.lifecycle;

import io.slugline.contract.StorySnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What people know of an alert since they were last asked to look.
 *
 * @param names who and what the evidence named until then
 */
public record LastPage(int articles, int copies, List<String> names) {
  private static final int MOST = 200;
  private static final int MOST_TOLD = 5;

  public LastPage {
    names = List.copyOf(names);
  }

  static LastPage of(StorySnapshot story, AlertState alert) {
    List<String> names = new ArrayList<>();
    if (alert.lastPage() != null) names.addAll(alert.lastPage().names());
    names.addAll(Names.unknown(namesOf(alert), names));
    int more = Math.max(0, names.size() - MOST);
    return new LastPage(
        story.articleCount(), story.copyGroups(), names.subList(more, names.size()));
  }

  List<String> newNames(AlertState alert) {
    return Names.unknown(namesOf(alert), names);
  }

  /** What came since, in words; empty when nothing did. */
  String news(StorySnapshot story, AlertState alert) {
    List<String> news = new ArrayList<>();
    add(news, story.articleCount() - articles, " more article");
    add(news, story.copyGroups() - copies, " more independent outlet");
    List<String> fresh = newNames(alert);
    if (!fresh.isEmpty()) {
      news.add(
          "named now: " + String.join(", ", fresh.subList(0, Math.min(MOST_TOLD, fresh.size()))));
    }
    return news.isEmpty() ? "" : "; since the last page " + String.join(", ", news);
  }

  private static void add(List<String> news, int more, String what) {
    if (more > 0) news.add(more + what + (more == 1 ? "" : "s"));
  }

  private static List<String> namesOf(AlertState alert) {
    return alert.matched().stream().flatMap(one -> one.names().stream()).distinct().toList();
  }
}
