package io.slugline.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Says what is wrong with an XML text, reading no DTD and resolving no entity. */
final class WellFormed {
  private static final int DEEPEST = 500;

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  /** Namespaces are not its business: a prefix that nobody declared spoils no article. */
  WellFormed() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
  }

  Optional<String> problem(byte[] xml, String encoding) {
    try {
      XMLStreamReader reader = open(xml, encoding);
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT && ++depth > DEEPEST) {
          return Optional.of("nests deeper than " + DEEPEST);
        }
        if (event == XMLStreamReader.END_ELEMENT) depth--;
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.of("not well-formed: " + reason(e));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.of("is in an encoding that is not known here: " + encoding);
    }
  }

  /** A reader that never looks outside the text. */
  XMLStreamReader open(byte[] xml, String encoding) throws XMLStreamException {
    int mark = Unicode.markLength(xml);
    String text = new String(xml, mark, xml.length - mark, Charset.forName(encoding));
    return factory.createXMLStreamReader(new StringReader(text));
  }

  private static String reason(XMLStreamException problem) {
    String message = String.valueOf(problem.getMessage());
    int at = message.indexOf("Message: ");
    String words = at < 0 ? message : message.substring(at + "Message: ".length());
    var place = problem.getLocation();
    return place == null
        ? words
        : words
            + " (its line "
            + place.getLineNumber()
            + ", column "
            + place.getColumnNumber()
            + ")";
  }
}
