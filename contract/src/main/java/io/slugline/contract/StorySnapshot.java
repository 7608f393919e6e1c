package io.slugline.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as it stood right after the article that carries this snapshot was placed in it.
 *
 * @param id stable, the same in a replay: made from the id of the story's first article
 * @param title title of the lead article: the first, most complete or trusted one, by setting
 * @param place where it happens, where one place stands out
 * @param firstSeenAt arrival of its first article
 * @param lastSeenAt arrival of its latest article
 * @param articles ids of its articles in order of arrival, the latest 200 at most
 * @param articleCount how many articles it has in all
 * @param outlets how many sources; an article of unknown source counts as a source of its own
 * @param copyGroups how many independent texts: reprints of one text count once
 * @param mergedFrom ids of the stories that were merged into this one
 * @param profile what it is about and how it grew; null in what was written before there was one
 */
public record StorySnapshot(
    String id,
    String title,
    @Nullable String place,
    Instant firstSeenAt,
    Instant lastSeenAt,
    List<String> articles,
    int articleCount,
    int outlets,
    int copyGroups,
    List<String> mergedFrom,
    @Nullable StoryProfile profile) {

  public StorySnapshot {
    articles = List.copyOf(articles);
    mergedFrom = List.copyOf(mergedFrom);
  }
}
