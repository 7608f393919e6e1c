package io.slugline.ingest.format;

import java.util.Map;
import java.util.Optional;

/**
 * What a document's root element says of the articles in it.
 *
 * @param article local name of the element that is an article
 * @param mediaType of an article
 */
record XmlRoot(String article, String mediaType) {
  private static final String RSS = "application/rss+xml";
  private static final String ATOM = "application/atom+xml";
  private static final String NEWSML = "application/vnd.iptc.g2.newsitem+xml";

  private static final Map<String, XmlRoot> BY_NAME =
      Map.of(
          "rss", new XmlRoot("item", RSS),
          "RDF", new XmlRoot("item", RSS),
          "item", new XmlRoot("item", RSS),
          "feed", new XmlRoot("entry", ATOM),
          "entry", new XmlRoot("entry", ATOM),
          "newsMessage", new XmlRoot("newsItem", NEWSML),
          "newsItem", new XmlRoot("newsItem", NEWSML),
          "nitf", new XmlRoot("nitf", "application/nitf+xml"));

  /** What holds articles under a root element of this name; a prefix does not matter. */
  static Optional<XmlRoot> of(String name) {
    return Optional.ofNullable(BY_NAME.get(local(name)));
  }

  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
