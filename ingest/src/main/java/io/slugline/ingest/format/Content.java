package io.slugline.ingest.format;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a format reads: a file, a member of an archive, or the payload of a WARC record.
 *
 * @param path in the inbox, members of an archive behind {@code !/}
 * @param stream its bytes; whoever opened it closes it
 * @param charset what was said of its bytes from outside
 */
record Content(
    String path, InputStream stream, @Nullable String charset, Map<String, String> headers) {

  Content {
    headers = Map.copyOf(headers);
  }

  Content with(InputStream other) {
    return new Content(path, other, charset, headers);
  }

  FoundArticle article(byte[] bytes, String mediaType) {
    return new FoundArticle(bytes, mediaType, charset, path, headers);
  }

  /** An article cut out of this content, with more headers. */
  FoundArticle article(
      byte[] bytes, String mediaType, @Nullable String itsCharset, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new FoundArticle(bytes, mediaType, itsCharset, path, all);
  }
}
