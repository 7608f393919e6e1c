package io.slugline.ingest.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as it lay in its file.
 *
 * @param bytes its own bytes, not yet read as text
 * @param charset what was said of its bytes from outside: by an HTTP header, or by the XML
 *     declaration of the feed it was cut from
 * @param path where it was found: path in the inbox, members of an archive behind {@code !/}
 * @param headers every header that came along, under lower-case names
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
public record FoundArticle(
    byte[] bytes,
    String mediaType,
    @Nullable String charset,
    String path,
    Map<String, String> headers) {

  public FoundArticle {
    headers = Map.copyOf(headers);
  }
}
