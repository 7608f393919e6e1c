package io.slugline.ingest.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a feed says of itself, for the headers of its articles. */
final class FeedHeaders {
  /** Children of the feed that are handed down, as {@code feed-NAME}. */
  static final Set<String> KNOWN = Set.of("title", "link", "language");

  private static final int LONGEST = 1000;

  private FeedHeaders() {}

  /**
   * Text of one such element; of an Atom link, where it leads, unless it is one of another kind.
   */
  static Optional<String> read(WellFormed wellFormed, XmlDocument document, int start, int end) {
    try {
      byte[] element = Arrays.copyOfRange(document.text(), start, end);
      return text(wellFormed.open(element, document.encoding()));
    } catch (XMLStreamException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(XMLStreamReader reader) throws XMLStreamException {
    reader.nextTag();
    String rel = reader.getAttributeValue(null, "rel");
    if (rel != null && !rel.equals("alternate")) return Optional.empty();
    String target = reader.getAttributeValue(null, "href");
    if (target != null) return Optional.of(target);
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      reader.next();
      if (reader.hasText() && text.length() < LONGEST) text.append(reader.getText());
    }
    return Optional.of(text.toString().strip());
  }
}
