package io.slugline.enrich.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article in XML: an item of RSS, an entry of Atom, NITF, NewsML-G2. The parser knows no
 * document types and no entities but the named characters, so nothing is fetched or expanded.
 */
final class XmlReader {
  private final HtmlReader html;

  XmlReader(HtmlReader html) {
    this.html = html;
  }

  /** One {@code item} or {@code entry}; {@code headers} tell of its feed. */
  Draft feedEntry(Traced source, Map<String, String> headers) {
    Tree tree = new Tree(source);
    Element entry = tree.first("item", "entry");
    if (entry == null) throw new UnreadableArticle("XML without an item or entry");
    Element text = tree.below(entry, "encoded", "content", "body", "description", "summary");
    if (text == null) throw new UnreadableArticle("feed entry with neither text nor HTML");
    Traced title = tree.text(tree.below(entry, "title"));
    Facts facts = feedFacts(tree, entry, headers);
    return content(tree, text).within(plainTitle(title), facts);
  }

  Draft nitf(Traced source) {
    Tree tree = new Tree(source);
    Element root = tree.first("nitf");
    if (root == null) throw new UnreadableArticle("XML without a nitf element");
    return nitf(tree, root, Facts.NONE);
  }

  Draft newsItem(Traced source) {
    Tree tree = new Tree(source);
    Element item = tree.first("newsItem");
    if (item == null) throw new UnreadableArticle("XML without a newsItem element");
    Facts facts = newsFacts(tree, item);
    Traced headline = tree.text(tree.below(item, "headline"));
    Traced title = headline != null ? headline : tree.text(tree.below(item, "title"));
    Element nitf = tree.below(item, "nitf");
    if (nitf != null) return nitf(tree, nitf, facts);
    Element inline = tree.below(item, "inlineXML", "inlineData", "description");
    if (inline == null) throw new UnreadableArticle("newsItem with neither text nor HTML");
    return content(tree, inline).within(title, facts);
  }

  private Draft nitf(Tree tree, Element root, Facts outer) {
    Element content = tree.below(root, "body.content", "block", "body");
    if (content == null) throw new UnreadableArticle("nitf element with neither text nor HTML");
    Element issued = tree.below(root, "date.issue", "date.release", "story.date");
    Facts facts =
        new Facts(
            Facts.text(tree.text(tree.below(root, "distributor", "doc.copyright"))),
            null,
            Bylines.author(tree.text(tree.below(root, "person", "byttl", "byline"))),
            issued == null ? null : Dates.read(issued.attr("norm")),
            null);
    return content(tree, content)
        .within(tree.text(tree.below(root, "hl1", "hedline", "title")), outer.or(facts));
  }

  // Children that are elements are the markup itself; otherwise the markup is escaped text.
  private Draft content(Tree tree, Element holder) {
    if (holder.childrenSize() > 0) {
      List<Block> blocks = Blocks.of(holder, tree.markup());
      boolean[] all = new boolean[blocks.size()];
      Arrays.fill(all, true);
      return HtmlReader.draft(blocks, all, null, Facts.NONE);
    }
    Traced text = tree.markup().all(holder);
    boolean marked = text.toString().indexOf('<') >= 0 || text.toString().indexOf('&') >= 0;
    return marked ? html.fragment(text) : Draft.ofText(null, text, Facts.NONE);
  }

  private static @Nullable Traced plainTitle(@Nullable Traced title) {
    if (title == null || title.toString().indexOf('&') < 0) return title;
    return new Markup(title).resolved(0, title.length());
  }

  private static Facts feedFacts(Tree tree, Element entry, Map<String, String> headers) {
    Element link = tree.link(entry);
    String url = link == null ? null : link.hasAttr("href") ? link.attr("href") : link.text();
    Traced author = tree.text(tree.below(entry, "creator", "name", "author"));
    Traced date =
        tree.text(
            tree.below(
                entry, "pubDate", "published", "issued", "date", "updated", "modified", "created"));
    return new Facts(
        Facts.text(headers.get("feed-title")),
        Facts.text(url),
        Bylines.author(author),
        Dates.read(date),
        language(entry, tree.text(tree.below(entry, "language"))));
  }

  private static Facts newsFacts(Tree tree, Element item) {
    Element provider = tree.below(item, "provider", "creditline", "infoSource");
    Element language = tree.below(item, "language");
    Traced date = tree.text(tree.below(item, "contentCreated", "firstCreated", "versionCreated"));
    return new Facts(
        provider == null ? null : source(tree, provider),
        null,
        Bylines.author(tree.text(tree.below(item, "by", "creator"))),
        Dates.read(date),
        language == null ? language(item, null) : Facts.text(language.attr("tag")));
  }

  private static @Nullable String source(Tree tree, Element provider) {
    String text = Facts.text(tree.text(provider));
    if (text != null) return text;
    String code =
        Facts.text(provider.hasAttr("literal") ? provider.attr("literal") : provider.attr("qcode"));
    return code == null ? null : code.substring(code.indexOf(':') + 1);
  }

  private static @Nullable String language(Element element, @Nullable Traced written) {
    String named = Facts.text(written);
    return named != null ? named : Facts.text(element.attr("xml:lang"));
  }

  /** A parsed document, searched by names without their prefixes. */
  private static final class Tree {
    private final Document document;
    private final Markup markup;

    Tree(Traced source) {
      this.document = Parser.xmlParser().setTrackPosition(true).parseInput(source.toString(), "");
      this.markup = new Markup(source);
    }

    Markup markup() {
      return markup;
    }

    @Nullable Element first(String... names) {
      return below(document, names);
    }

    /** The first element of the first name that there is one of, with something in it. */
    @Nullable Element below(Element root, String... names) {
      for (String name : names) {
        for (Element element : root.getAllElements()) {
          boolean named = element != root && local(element).equalsIgnoreCase(name);
          if (named && (element.childNodeSize() > 0 || element.attributesSize() > 0))
            return element;
        }
      }
      return null;
    }

    @Nullable Element link(Element entry) {
      Element any = null;
      for (Element child : entry.children()) {
        if (!local(child).equalsIgnoreCase("link")) continue;
        if (child.attr("rel").isEmpty() || child.attr("rel").equals("alternate")) return child;
        if (any == null) any = child;
      }
      return any;
    }

    @Nullable Traced text(@Nullable Element element) {
      if (element == null) return null;
      Traced text = Folding.blanks(markup.all(element));
      return text.length() == 0 ? null : text;
    }

    private static String local(Element element) {
      String name = element.tagName();
      return name.substring(name.indexOf(':') + 1);
    }
  }
}
