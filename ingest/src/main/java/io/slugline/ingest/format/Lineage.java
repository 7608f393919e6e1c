package io.slugline.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The elements that are open around a place in a document, and what they hand down. */
final class Lineage {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s([^\\s=\"'<>/]++)\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+')");
  private static final Set<String> INHERITED = Set.of("xmlns", "xml:lang", "xml:base");
  private static final Set<String> FEEDS = Set.of("channel", "feed");
  private static final int DEEPEST = 1000;

  /** What declares its namespaces behind more than this is up to no good. */
  private static final int LONGEST_TAG = 1 << 14;

  private final List<Ancestor> open = new ArrayList<>();

  /** Attributes as they are written, in ISO 8859-1: byte for byte, whatever the encoding is. */
  private record Ancestor(String name, Map<String, String> inherited) {}

  void enter(String name, String tag) throws BadFileException {
    if (open.size() == DEEPEST) throw new BadFileException("nests deeper than " + DEEPEST);
    open.add(new Ancestor(name, inherited(tag)));
  }

  /** Leaves the innermost element of this name, and what was left open in it. */
  void leave(String name) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (!open.get(i).name().equals(name)) continue;
      open.subList(i, open.size()).clear();
      return;
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Whether this is right inside the element whose title is the feed's. */
  boolean isFeed() {
    return !open.isEmpty() && FEEDS.contains(XmlRoot.local(open.get(open.size() - 1).name()));
  }

  /** The element's bytes, with what it inherits in its first tag and its encoding before it. */
  byte[] standalone(XmlDocument document, int start, int tagEnd, int end, String tag) {
    Map<String, String> missing = new LinkedHashMap<>();
    for (Ancestor ancestor : open) missing.putAll(ancestor.inherited());
    missing.keySet().removeAll(inherited(tag).keySet());
    StringBuilder attributes = new StringBuilder();
    missing.forEach((name, value) -> attributes.append(' ').append(name).append('=').append(value));
    int insert = tag.endsWith("/>") ? tagEnd - 2 : tagEnd - 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start + 512);
    bytes.writeBytes(declaration(document.encoding()));
    bytes.write(document.text(), start, insert - start);
    bytes.writeBytes(attributes.toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(document.text(), insert, end - insert);
    return bytes.toByteArray();
  }

  private static byte[] declaration(String encoding) {
    if (encoding.equalsIgnoreCase("UTF-8")) return new byte[0];
    String declaration = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
    return declaration.getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, String> inherited(String tag) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag.substring(0, Math.min(tag.length(), LONGEST_TAG)));
    while (attribute.find()) {
      String name = attribute.group(1);
      if (INHERITED.contains(name) || name.startsWith("xmlns:")) {
        found.put(name, attribute.group(2));
      }
    }
    return found;
  }
}
