package io.slugline.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
record CloudEvent(
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String schema,
    String contentType) {

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
    put(headers, "ce_dataschema", schema);
    put(headers, "content-type", contentType);
  }

  static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
