package io.slugline.ingest.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which ending is read how. */
final class Formats {
  private final Map<String, Format> byEnding;

  Formats(Limits limits) {
    Format text = new Whole("text/plain", limits.articleBytes());
    Format html = new Whole("text/html", limits.articleBytes());
    Format xml = new XmlFile(limits);
    Format jsonLines = new JsonLines(limits.articleBytes());
    byEnding =
        Map.ofEntries(
            Map.entry("txt", text),
            Map.entry("html", html),
            Map.entry("htm", html),
            Map.entry("xhtml", html),
            Map.entry("json", new JsonFile(limits.articleBytes())),
            Map.entry("jsonl", jsonLines),
            Map.entry("ndjson", jsonLines),
            Map.entry("xml", xml),
            Map.entry("rss", xml),
            Map.entry("atom", xml),
            Map.entry("rdf", xml),
            Map.entry("nitf", xml),
            Map.entry("warc", new WarcFile(limits)));
  }

  /** How a file of this name is read, compression left aside. */
  Optional<Format> of(String name) {
    return Optional.ofNullable(byEnding.get(ending(name)));
  }

  /** What stands behind the last dot, in lower case; empty without a dot. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The name without what stands behind its last dot. */
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
