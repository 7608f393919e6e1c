package io.slugline.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** A feed or a news standard in XML. The document is held in memory while it is cut. */
record XmlFile(Limits limits) implements Format {

  @Override
  public void read(Content content, Articles articles) throws IOException {
    Optional<byte[]> read = Bounded.read(content.stream(), limits.documentBytes());
    if (read.isEmpty()) {
      throw new BadFileException("XML of more than " + limits.documentBytes() + " bytes");
    }
    byte[] raw = read.get();
    if (raw.length == 0) throw new BadFileException("is empty");
    boolean wide = Unicode.wide(raw).isPresent();
    byte[] text = wide ? Unicode.utf8(new ByteArrayInputStream(raw)).readAllBytes() : raw;
    XmlDocument document = new XmlDocument(text, raw, encoding(text, wide, content));
    new XmlArticles(document, content, articles, limits.articleBytes()).read();
  }

  private static String encoding(byte[] text, boolean wide, Content content) {
    if (wide || Unicode.markLength(text) > 0) return "UTF-8";
    if (content.charset() != null) return content.charset();
    return Charsets.xmlDeclaration(text).orElse("UTF-8");
  }
}
