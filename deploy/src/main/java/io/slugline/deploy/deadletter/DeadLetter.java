package io.slugline.deploy.deadletter;

import io.slugline.contract.DeadLetterStamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, with what is known of why.
 *
 * @param id partition and offset on {@code dead-letters}: {@code 0@17}
 * @param at the time of the record that failed: its arrival
 * @param key of the record that failed
 * @param value its bytes; null for a tombstone
 * @param headers its own, with those that tell of the failure
 * @param origin where it lay; null when it never lay on a topic: a file that ingest rejected
 * @param decision what a person decided of it; null while it is open
 */
// The bytes are handed on, never compared or changed.
@SuppressWarnings("ArrayRecordComponent")
public record DeadLetter(
    String id,
    Instant at,
    @Nullable String key,
    byte @Nullable [] value,
    Headers headers,
    @Nullable Origin origin,
    @Nullable Decision decision) {
  /** Header of a record that was sent back: the id of its dead letter. */
  public static final String REDRIVEN = "slugline.redriven";

  static final String ERRORS = "__streams.errors.";
  private static final String UNKNOWN = "unknown";

  /** Where the record lay; an internal topic's name when it failed behind a repartition. */
  public record Origin(String topic, int partition, long offset) {}

  /**
   * What a person decided of a letter.
   *
   * @param redriven sent back; else discarded
   */
  public record Decision(boolean redriven, String by, Instant at, @Nullable String note) {}

  static DeadLetter of(ConsumerRecord<String, byte[]> record, @Nullable Decision decision) {
    return new DeadLetter(
        record.partition() + "@" + record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        record.value(),
        record.headers(),
        origin(record.headers()),
        decision);
  }

  /** Which stage gave up on it. */
  public String stage() {
    return text(DeadLetterStamp.STAGE).orElse(origin == null ? "ingest" : UNKNOWN);
  }

  /** Versions of the code and models that gave up on it. */
  public String version() {
    return text(DeadLetterStamp.VERSION).orElse(UNKNOWN);
  }

  /** Class of what was thrown. */
  public String exception() {
    return text(ERRORS + "exception").orElse(UNKNOWN);
  }

  public String message() {
    return text(ERRORS + "message").orElse("");
  }

  public Optional<String> stackTrace() {
    return text(ERRORS + "stacktrace");
  }

  /** The id of the letter that was sent back and became this one, having failed again. */
  public Optional<String> before() {
    return text(REDRIVEN);
  }

  /** The id that the record has as an event: a raw article's key, even behind a repartition. */
  public Optional<String> eventId() {
    return text("ce_id");
  }

  public boolean isRedriven() {
    return decision != null && decision.redriven();
  }

  public boolean isOpen() {
    return decision == null;
  }

  /** The kind of failure it is one case of. */
  public Cause cause() {
    return Cause.of(this);
  }

  private Optional<String> text(String header) {
    return Optional.ofNullable(headers.lastHeader(header)).flatMap(DeadLetter::text);
  }

  private static Optional<String> text(Header header) {
    return Optional.ofNullable(header.value())
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  private static @Nullable Origin origin(Headers headers) {
    Header topic = headers.lastHeader(ERRORS + "topic");
    if (topic == null) return null;
    return new Origin(
        text(topic).orElse(UNKNOWN),
        (int) number(headers, ERRORS + "partition"),
        number(headers, ERRORS + "offset"));
  }

  private static long number(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? -1 : text(header).map(Long::parseLong).orElse(-1L);
  }
}
