package io.slugline.ingest.format;

import java.io.IOException;
import java.util.Optional;

/** The content is one article. */
record Whole(String mediaType, int maxBytes) implements Format {

  @Override
  public void read(Content content, Articles articles) throws IOException {
    Optional<byte[]> bytes = Bounded.read(content.stream(), maxBytes);
    if (bytes.isEmpty()) {
      articles.rejected(Bounded.tooLarge(maxBytes));
      return;
    }
    if (bytes.get().length == 0) throw new BadFileException("is empty");
    articles.found(content.article(bytes.get(), mediaType));
  }
}
