package io.slugline.enrich;

import io.slugline.contract.Cut;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Keyword;
import io.slugline.contract.Mention;
import io.slugline.contract.RawMap;
import io.slugline.contract.Span;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article with all that can be said of it alone, before its story is known. Travels by language.
 *
 * @param textHash changes when, and only when, the clean text does
 * @param features what the grouper compares, in {@link StoryFeatures}' byte form
 */
// The bytes are handed on, never compared or changed.
@SuppressWarnings("ArrayRecordComponent")
record TaggedArticle(
    String id,
    String textHash,
    String rawId,
    @Nullable String source,
    @Nullable String url,
    String title,
    RawMap titleRaw,
    String body,
    RawMap bodyRaw,
    List<Cut> cuts,
    String language,
    String tagging,
    @Nullable Instant publishedAt,
    @Nullable String author,
    @Nullable String place,
    Instant arrivedAt,
    boolean backfill,
    List<Span> sentences,
    List<Mention> mentions,
    List<Keyword> keywords,
    byte[] features,
    Map<String, String> versions) {

  /** What the grouper is told of it. */
  Arrival arrival() {
    return new Arrival(
        id, source, title, arrivedAt, publishedAt, place, StoryFeatures.fromBytes(features));
  }

  /** The article as the world gets it, now that its story is known. */
  EnrichedArticle in(Placed placed, int revision, long sequence) {
    return new EnrichedArticle(
        id,
        revision,
        rawId,
        source,
        url,
        title,
        titleRaw,
        body,
        bodyRaw,
        cuts,
        language,
        tagging,
        publishedAt,
        author,
        place,
        arrivedAt,
        backfill,
        sentences,
        mentions,
        keywords,
        placed.story(),
        placed.grouping(),
        placed.copyGroup(),
        sequence,
        versions);
  }
}
