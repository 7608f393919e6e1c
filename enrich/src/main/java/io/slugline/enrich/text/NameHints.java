package io.slugline.enrich.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the names in a page's markup (classes, ids, roles, tags) tell about a part of it. */
final class NameHints {
  private static final Set<String> GOOD =
      Set.of(
          "article",
          "articlebody",
          "body",
          "story",
          "storybody",
          "storytext",
          "content",
          "entry",
          "post",
          "text",
          "main",
          "page",
          "hentry",
          "copy",
          "paragraph",
          "maincontent",
          "articletext",
          "bodytext");
  private static final Set<String> BAD =
      Set.of(
          "nav",
          "navigation",
          "menu",
          "footer",
          "header",
          "sidebar",
          "side",
          "aside",
          "related",
          "share",
          "sharing",
          "social",
          "ad",
          "ads",
          "advert",
          "advertisement",
          "promo",
          "promotion",
          "widget",
          "sponsor",
          "sponsored",
          "breadcrumb",
          "breadcrumbs",
          "tags",
          "tag",
          "toolbar",
          "tools",
          "links",
          "link",
          "list",
          "newsletter",
          "subscribe",
          "login",
          "search",
          "popular",
          "recommended",
          "more",
          "banner",
          "copyright",
          "disclaimer",
          "rail",
          "module",
          "teaser",
          "popup",
          "cookie",
          "foot",
          "bottom",
          "top",
          "right",
          "left",
          "col2",
          "most",
          "archive");
  private static final Set<String> COMMENT =
      Set.of(
          "comment", "comments", "reply", "replies", "disqus", "discussion", "respond", "feedback");
  private static final Set<String> CREDIT =
      Set.of(
          "caption",
          "credit",
          "byline",
          "author",
          "photo",
          "image",
          "date",
          "dateline",
          "time",
          "timestamp",
          "meta",
          "source",
          "figcaption",
          "bio");

  static final int GOOD_HINT = 1;
  static final int BAD_HINT = 2;
  static final int COMMENT_HINT = 4;
  static final int CREDIT_HINT = 8;

  private NameHints() {}

  /** The hints that an element's own names give, as bits. */
  static int of(Element element) {
    int hints = of(element.normalName());
    hints |= words(element.attr("class"));
    hints |= words(element.attr("id"));
    hints |= words(element.attr("role"));
    return hints | words(element.attr("itemprop"));
  }

  private static int words(String names) {
    int hints = 0;
    int start = 0;
    int end = Math.min(names.length(), 200);
    for (int at = 0; at <= end; at++) {
      boolean border =
          at == end
              || !Character.isLetterOrDigit(names.charAt(at))
              || (at > start
                  && Character.isUpperCase(names.charAt(at))
                  && Character.isLowerCase(names.charAt(at - 1)));
      if (!border) continue;
      if (at > start) hints |= of(names.substring(start, at).toLowerCase(Locale.ROOT));
      start = at < end && Character.isLetterOrDigit(names.charAt(at)) ? at : at + 1;
    }
    return hints;
  }

  private static int of(String word) {
    if (GOOD.contains(word)) return GOOD_HINT;
    if (BAD.contains(word)) return BAD_HINT;
    if (COMMENT.contains(word)) return COMMENT_HINT;
    return CREDIT.contains(word) ? CREDIT_HINT : 0;
  }
}
