package io.slugline.enrich;

import io.slugline.contract.Cut;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Keyword;
import io.slugline.contract.LanguagePart;
import io.slugline.contract.MediaTopic;
import io.slugline.contract.Mention;
import io.slugline.contract.RawMap;
import io.slugline.contract.Span;
import io.slugline.enrich.story.Placed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An article with all that can be said of it alone: its own part of an {@link EnrichedArticle}. */
record OwnPart(
    String id,
    String rawId,
    @Nullable String source,
    @Nullable String url,
    String title,
    RawMap titleRaw,
    String body,
    RawMap bodyRaw,
    List<Cut> cuts,
    String language,
    List<LanguagePart> parts,
    String tagging,
    @Nullable Instant publishedAt,
    @Nullable String author,
    @Nullable String place,
    Instant arrivedAt,
    boolean backfill,
    List<Span> sentences,
    List<Mention> mentions,
    List<Keyword> keywords,
    List<MediaTopic> topics,
    Map<String, String> versions) {

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
        parts,
        tagging,
        publishedAt,
        author,
        place,
        arrivedAt,
        backfill,
        sentences,
        mentions,
        keywords,
        topics,
        placed.story(),
        placed.grouping(),
        placed.copyGroup(),
        sequence,
        versions,
        null);
  }
}
