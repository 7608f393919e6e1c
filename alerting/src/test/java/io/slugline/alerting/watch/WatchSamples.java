package io.slugline.alerting.watch;

import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Field;
import io.slugline.contract.Grouping;
import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import io.slugline.contract.MentionType;
import io.slugline.contract.RawMap;
import io.slugline.contract.Severity;
import io.slugline.contract.Span;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Articles and watches for tests. */
public final class WatchSamples {
  public static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  private WatchSamples() {}

  public static Watch watch(String id, String query) {
    return watch(id, query, WatchState.LIVE, Instant.EPOCH);
  }

  public static Watch watch(String id, String query, WatchState state, Instant from) {
    Watch.Examples none = new Watch.Examples(List.of(), List.of());
    return new Watch(
        id,
        "Title of " + id,
        Severity.WARNING,
        "desk",
        state,
        query,
        none,
        1,
        "ann",
        from,
        null,
        null,
        null,
        null);
  }

  public static EnrichedArticle article(String title, String body) {
    return article(title, body, List.of());
  }

  public static EnrichedArticle article(String title, String body, List<Mention> mentions) {
    return article(title, body, mentions, List.of(), "eng");
  }

  public static EnrichedArticle article(
      String title, String body, List<Mention> mentions, List<Keyword> keywords, String language) {
    StorySnapshot story =
        new StorySnapshot("s1", title, null, NOON, NOON, List.of("a1"), 1, 1, 1, List.of(), null);
    return new EnrichedArticle(
        "a1",
        1,
        "r1",
        "The Daily Post",
        null,
        title,
        RawMap.uniform(0, 1),
        body,
        RawMap.uniform(1000, 1),
        List.of(),
        language,
        List.of(),
        "full",
        null,
        null,
        null,
        NOON,
        false,
        List.of(new Span(0, body.length())),
        mentions,
        keywords,
        List.of(),
        story,
        new Grouping(0, null, List.of(), List.of()),
        "a1",
        1,
        Map.of(),
        null);
  }

  /** A mention of the words where they first stand in the body. */
  public static Mention mention(
      String body, String words, MentionType type, String entity, String name) {
    int start = body.indexOf(words);
    return new Mention(
        Field.BODY,
        start,
        start + words.length(),
        words,
        type,
        1,
        "test/1",
        entity.isEmpty() ? null : entity,
        name.isEmpty() ? null : name,
        null,
        List.of());
  }
}
