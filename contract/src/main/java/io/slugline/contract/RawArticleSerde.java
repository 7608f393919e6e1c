package io.slugline.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A raw article: its bytes are the value, everything else is headers. CloudEvents attributes carry
 * id, arrival and media type; {@code ce_inbox}, {@code ce_path}, {@code ce_backfill}, {@code
 * ce_charsetdeclared} and {@code ce_charsetdetected} are extensions; {@code came.NAME} is a header
 * that came along.
 */
final class RawArticleSerde implements Serde<RawArticle> {
  private static final String CAME = "came.";

  @Override
  public Serializer<RawArticle> serializer() {
    return new Serializer<>() {
      @Override
      public byte[] serialize(String topic, RawArticle article) {
        throw new SerializationException("a raw article needs headers, " + topic + " gave none");
      }

      @Override
      public byte @Nullable [] serialize(
          String topic, Headers headers, @Nullable RawArticle article) {
        if (article == null) return null;
        describe(headers, article);
        return article.bytes();
      }
    };
  }

  @Override
  public Deserializer<RawArticle> deserializer() {
    return new Deserializer<>() {
      @Override
      public RawArticle deserialize(String topic, byte[] bytes) {
        throw new SerializationException("a raw article needs headers, " + topic + " gave none");
      }

      @Override
      public @Nullable RawArticle deserialize(
          String topic, Headers headers, byte @Nullable [] bytes) {
        return bytes == null ? null : read(topic, headers, bytes);
      }
    };
  }

  private static void describe(Headers headers, RawArticle article) {
    new CloudEvent(
            article.id(),
            "/slugline/ingest",
            "io.slugline.RawArticle.v1",
            article.id(),
            article.arrivedAt(),
            "RawArticle.v1.json",
            article.mediaType())
        .to(headers);
    Trace.ofArticle(article.id()).to(headers);
    CloudEvent.put(headers, "ce_inbox", article.inbox());
    CloudEvent.put(headers, "ce_path", article.path());
    CloudEvent.put(headers, "ce_backfill", Boolean.toString(article.backfill()));
    String declared = article.charsetDeclared();
    if (declared != null) CloudEvent.put(headers, "ce_charsetdeclared", declared);
    String detected = article.charsetDetected();
    if (detected != null) CloudEvent.put(headers, "ce_charsetdetected", detected);
    article.headers().forEach((name, value) -> CloudEvent.put(headers, CAME + name, value));
  }

  private static RawArticle read(String topic, Headers headers, byte[] bytes) {
    try {
      return new RawArticle(
          need(headers, "ce_id"),
          bytes,
          need(headers, "content-type"),
          text(headers, "ce_charsetdeclared"),
          text(headers, "ce_charsetdetected"),
          need(headers, "ce_inbox"),
          need(headers, "ce_path"),
          Instant.parse(need(headers, "ce_time")),
          Boolean.parseBoolean(need(headers, "ce_backfill")),
          came(headers));
    } catch (RuntimeException e) {
      throw new SerializationException("cannot read RawArticle from " + topic, e);
    }
  }

  private static Map<String, String> came(Headers headers) {
    Map<String, String> came = new HashMap<>();
    for (Header header : headers) {
      if (!header.key().startsWith(CAME)) continue;
      came.put(
          header.key().substring(CAME.length()),
          new String(header.value(), StandardCharsets.UTF_8));
    }
    return came;
  }

  private static String need(Headers headers, String name) {
    String value = text(headers, name);
    if (value == null) throw new IllegalArgumentException("no header " + name);
    return value;
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
