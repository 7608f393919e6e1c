package io.slugline.ingest.format;

import io.slugline.ingest.format.XmlScanner.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts the articles out of one XML document. An article keeps its bytes; what it inherits from the
 * elements around it (namespaces, {@code xml:lang}, {@code xml:base}) is written into its first
 * tag, and its encoding before it, so that it stands on its own.
 */
final class XmlArticles {
  private final XmlDocument document;
  private final Content content;
  private final Articles articles;
  private final int maxBytes;
  private final XmlScanner scanner;
  private final Lineage lineage;
  private final LineNumbers lines;
  private final WellFormed wellFormed = new WellFormed();
  private final Map<String, String> headers = new HashMap<>();

  XmlArticles(XmlDocument document, Content content, Articles articles, int maxBytes) {
    this.document = document;
    this.content = content;
    this.articles = articles;
    this.maxBytes = maxBytes;
    this.scanner = new XmlScanner(document.text());
    this.lineage = new Lineage();
    this.lines = new LineNumbers(document.text());
  }

  void read() throws IOException {
    String name = root();
    XmlRoot root =
        XmlRoot.of(name)
            .orElseThrow(
                () ->
                    new BadFileException(
                        "root element <" + name + "> is no feed or news format that we know"));
    if (root.article().equals(XmlRoot.local(name))) whole(root);
    else cut(root);
  }

  private String root() throws BadFileException {
    while (true) {
      Kind kind = scanner.next();
      if (kind == Kind.DOCTYPE) refuseEntities();
      if (kind == Kind.OPEN || kind == Kind.EMPTY) return scanner.name();
      if (kind == Kind.END) throw new BadFileException("has no XML element in it");
    }
  }

  private void refuseEntities() throws BadFileException {
    if (!scanner.markup().contains("<!ENTITY")) return;
    int line = lines.of(scanner.start());
    throw new BadFileException(
        "declares entities in its DOCTYPE (line " + line + "): such XML is never read");
  }

  private void whole(XmlRoot root) {
    Optional<String> problem = wellFormed.problem(document.text(), document.encoding());
    if (document.raw().length > maxBytes) articles.rejected(Bounded.tooLarge(maxBytes));
    else if (problem.isPresent()) articles.rejected(problem.get());
    else articles.found(content.article(document.raw(), root.mediaType()));
  }

  private void cut(XmlRoot root) throws BadFileException {
    lineage.enter(scanner.name(), scanner.markup());
    if (scanner.kind() == Kind.EMPTY) return;
    while (scanner.next() != Kind.END) {
      step(root);
      if (lineage.isEmpty()) return;
    }
    throw new BadFileException("ends before its root element does");
  }

  private void step(XmlRoot root) throws BadFileException {
    Kind kind = scanner.kind();
    if (kind == Kind.CLOSE) lineage.leave(scanner.name());
    if (kind == Kind.DOCTYPE) refuseEntities();
    if (kind != Kind.OPEN && kind != Kind.EMPTY) return;
    String name = scanner.name();
    String local = XmlRoot.local(name);
    if (local.equals(root.article())) {
      article(root, name);
    } else if (lineage.isFeed() && FeedHeaders.KNOWN.contains(local)) {
      header(name, local);
    } else if (kind == Kind.OPEN) {
      lineage.enter(name, scanner.markup());
    }
  }

  private void article(XmlRoot root, String name) throws BadFileException {
    int start = scanner.start();
    int tagEnd = scanner.end();
    String tag = scanner.markup();
    int line = lines.of(start);
    int end = endOf(name);
    if (end < 0) {
      articles.rejected("<" + name + "> at line " + line + ": cut off, the file ends before it");
      throw new BadFileException("ends inside <" + name + "> at line " + line);
    }
    byte[] bytes = lineage.standalone(document, start, tagEnd, end, tag);
    Optional<String> problem =
        bytes.length > maxBytes
            ? Optional.of(Bounded.tooLarge(maxBytes))
            : wellFormed.problem(bytes, document.encoding());
    if (problem.isPresent()) {
      articles.rejected("<" + name + "> at line " + line + ": " + problem.get());
      return;
    }
    articles.found(content.article(bytes, root.mediaType(), document.encoding(), headers));
  }

  private void header(String name, String local) {
    int start = scanner.start();
    int end = endOf(name);
    if (end < 0) return;
    FeedHeaders.read(wellFormed, document, start, end)
        .filter(value -> !value.isBlank())
        .ifPresent(value -> headers.putIfAbsent("feed-" + local, value));
  }

  /**
   * One past the end of the element whose first tag was just read; -1 where the file ends first.
   */
  private int endOf(String name) {
    if (scanner.kind() == Kind.EMPTY) return scanner.end();
    int depth = 1;
    while (scanner.next() != Kind.END) {
      if (scanner.kind() == Kind.OPEN && scanner.name().equals(name)) depth++;
      if (scanner.kind() == Kind.CLOSE && scanner.name().equals(name)) depth--;
      if (depth == 0) return scanner.end();
    }
    return -1;
  }
}
