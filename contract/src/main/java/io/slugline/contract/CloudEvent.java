package io.slugline.contract;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents 1.0 attributes in Kafka's binary mode: headers {@code ce_...} beside a value that
 * stays what it is.
 *
 * @param id unique for its source
 * @param source which stage made it: {@code /slugline/enrich}
 * @param type {@code io.slugline.EnrichedArticle.v1}
 * @param subject the record's key
 * @param time when what it tells of happened
 * @param schema name of the published JSON Schema
 * @param contentType of the value
 */
public record CloudEvent(
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String schema,
    String contentType) {
  private static final String RECORDED = "ce_recordedtime";

  /**
   * When a record was written, in milliseconds of the epoch; Kafka's own time, which is mostly that
   * of what it tells of, where the record does not say.
   */
  public static long recordedMillis(ConsumerRecord<?, ?> record) {
    Header recorded = record.headers().lastHeader(RECORDED);
    if (recorded == null || recorded.value() == null) return record.timestamp();
    try {
      return Instant.parse(new String(recorded.value(), StandardCharsets.UTF_8)).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      return record.timestamp();
    }
  }

  /**
   * Writes the attributes, in place of those that a record read from another topic brought along.
   */
  void to(Headers headers) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", source);
    put(headers, "ce_type", type);
    put(headers, "ce_subject", subject);
    put(headers, "ce_time", time.toString());
    put(headers, RECORDED, Instant.now().toString());
    put(headers, "ce_dataschema", schema);
    put(headers, "content-type", contentType);
  }

  static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
