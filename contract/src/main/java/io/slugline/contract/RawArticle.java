package io.slugline.contract;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One article as it arrived, before anyone read it. On the topic the record's value is exactly
 * {@code bytes}; all else stands in its headers ({@link RawArticleSerde}).
 *
 * @param id what this is in the inbox's terms: content hash of the file, a dash, its place in the
 *     file counted from 0
 * @param bytes the article's own bytes; a JSON line, a feed's item, a WARC record's payload, a file
 * @param mediaType such as {@code text/html}; {@code application/x-ndjson} lines are {@code
 *     application/json}
 * @param charsetDeclared what the file, its headers or its text claim
 * @param charsetDetected what the bytes look like
 * @param inbox id of the inbox it came by
 * @param path path of the file in the inbox, members of an archive behind {@code !/}
 * @param arrivedAt when the file was first seen; also the record's time
 * @param backfill came by {@code ingest --backfill}: never pages
 * @param headers every header that came along, under lower-case names
 */
// The bytes are handed on, never compared or changed.
@SuppressWarnings("ArrayRecordComponent")
public record RawArticle(
    String id,
    byte[] bytes,
    String mediaType,
    @Nullable String charsetDeclared,
    @Nullable String charsetDetected,
    String inbox,
    String path,
    Instant arrivedAt,
    boolean backfill,
    Map<String, String> headers) {

  public RawArticle {
    if (id.isBlank()) throw new IllegalArgumentException("raw article without an id");
    headers = Map.copyOf(headers);
  }
}
