package io.slugline.enrich;

import io.slugline.contract.Encoded;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.Json;
import io.slugline.contract.StorySnapshot;
import io.slugline.enrich.story.Arrival;
import io.slugline.enrich.story.Placed;
import io.slugline.enrich.story.StoryFeatures;
import io.slugline.enrich.story.Subjects;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tagged article on its way to its story. What it says of itself is encoded where that was found
 * out, in parallel; the one task of its language reads only what it needs to place it.
 *
 * @param textHash changes when, and only when, the clean text does, what was learned of its source
 *     left aside
 * @param features what the grouper compares, in {@link StoryFeatures}' byte form
 * @param subjects what its story's record is told of it; null from a build that did not
 * @param own the {@link OwnPart}, as JSON
 */
// The bytes are handed on, never compared or changed.
@SuppressWarnings("ArrayRecordComponent")
record TaggedArticle(
    String id,
    String rawId,
    String textHash,
    String language,
    @Nullable String source,
    String title,
    @Nullable String place,
    Instant arrivedAt,
    @Nullable Instant publishedAt,
    byte[] features,
    @Nullable Subjects subjects,
    byte[] own) {

  static TaggedArticle of(OwnPart own, String textHash, StoryFeatures features) {
    return new TaggedArticle(
        own.id(),
        own.rawId(),
        textHash,
        own.language(),
        own.source(),
        own.title(),
        own.place(),
        own.arrivedAt(),
        own.publishedAt(),
        features.toBytes(),
        Subjects.of(own.mentions(), own.keywords()),
        Json.bytes(own));
  }

  /** What the grouper is told of it. */
  Arrival arrival() {
    return new Arrival(
        id,
        source,
        title,
        arrivedAt,
        publishedAt,
        place,
        StoryFeatures.fromBytes(features),
        subjects == null ? Subjects.NONE : subjects);
  }

  /** What the order of its language adds to an article, under the names of the whole record. */
  private record PlacedPart(
      int revision,
      StorySnapshot story,
      Grouping grouping,
      String copyGroup,
      long sequence,
      EnrichedArticle.@Nullable Supersedes supersedes) {}

  /**
   * The article as the world gets it, now that its story is known.
   *
   * @param supersedes null when it is news
   */
  Encoded in(
      Placed placed, int revision, long sequence, EnrichedArticle.@Nullable Supersedes supersedes) {
    PlacedPart part =
        new PlacedPart(
            revision, placed.story(), placed.grouping(), placed.copyGroup(), sequence, supersedes);
    return new Encoded(
        id + "/" + revision, placed.story().id(), arrivedAt, joined(own, Json.bytes(part)));
  }

  /** Two JSON objects as one with the fields of both. */
  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length - 1)
        .put(first, 0, first.length - 1)
        .put((byte) ',')
        .put(second, 1, second.length - 1)
        .array();
  }
}
