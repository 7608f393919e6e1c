package io.slugline.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a page once, in the order of its text, and cuts it into blocks. */
final class Blocks implements NodeFilter {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "select",
          "textarea",
          "button",
          "head",
          "canvas",
          "audio",
          "video",
          "map",
          "applet",
          "math",
          "datalist",
          "noframes",
          "input",
          "media");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "nobr",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "img",
          "text",
          "o:p",
          "st1:place");

  private final Markup markup;
  private final List<Block> blocks = new ArrayList<>();
  private Traced.Builder text = new Traced.Builder();
  private int linked;
  private int links;
  private Element holder;

  private Blocks(Markup markup, Element root) {
    this.markup = markup;
    this.holder = root;
  }

  static List<Block> of(Element root, Markup markup) {
    Blocks walk = new Blocks(markup, root);
    root.filter(walk);
    walk.close();
    return walk.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      add(words);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) return FilterResult.CONTINUE;
    String tag = element.normalName();
    if (UNSEEN.contains(tag) || isHidden(element)) return FilterResult.SKIP_ENTIRELY;
    if (tag.equals("a")) links++;
    if (!INLINE.contains(tag)) close();
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) return FilterResult.CONTINUE;
    String tag = element.normalName();
    if (tag.equals("a")) links--;
    if (!INLINE.contains(tag)) close();
    return FilterResult.CONTINUE;
  }

  private void add(TextNode node) {
    if (node.isBlank()) {
      if (text.length() == 0) return;
    } else if (text.length() == 0) {
      holder = block(node);
    }
    Traced words = markup.text(node);
    text.add(words);
    if (links > 0) linked += Folding.blanks(words).length();
  }

  private void close() {
    if (text.length() == 0) return;
    Traced folded = Folding.blanks(text.build());
    if (folded.length() > 0) blocks.add(new Block(folded, linked, holder));
    text = new Traced.Builder();
    linked = 0;
  }

  // The nearest element around it that is no mere styling.
  private Element block(TextNode node) {
    Element at = node.parentElement();
    while (at != null && INLINE.contains(at.normalName()) && at.parent() != null) at = at.parent();
    return at == null ? holder : at;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden")) return true;
    String style = element.attr("style");
    return !style.isEmpty() && style.replace(" ", "").contains("display:none");
  }
}
