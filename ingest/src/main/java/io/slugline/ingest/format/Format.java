package io.slugline.ingest.format;

import java.io.IOException;

/** Splits one kind of content into its articles. */
interface Format {

  /**
   * Hands on every article in its order.
   *
   * @throws IOException when the content cannot be read to its end; what was handed on stays
   */
  void read(Content content, Articles articles) throws IOException;
}
