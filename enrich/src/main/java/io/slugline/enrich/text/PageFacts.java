package io.slugline.enrich.text;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself: in JSON-LD, OpenGraph, meta tags and {@code time} elements. */
final class PageFacts {
  private static final List<String> DATES =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "datepublished",
          "date.published",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dcterms.created",
          "dc.date",
          "dcterms.date",
          "date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "originalpublicationdate",
          "article_date_original",
          "article.published",
          "cxenseparse:recs:publishtime");

  private final Document page;
  private final Markup markup;
  private final LinkedData data;
  private final Map<String, String> metas;

  PageFacts(Document page, Markup markup) {
    this.page = page;
    this.markup = markup;
    this.data = LinkedData.of(page);
    this.metas = metas(page);
  }

  Facts facts(@Nullable String address) {
    String url = url(address);
    return new Facts(source(url), url, author(), publishedAt(), language());
  }

  /** The title where it stands in the page: a heading if one fits, else the page's own title. */
  @Nullable Traced title(List<Block> blocks) {
    return new PageTitle(page, markup).find(blocks, claimedTitle());
  }

  /** The article's text as the page's linked data tell it; empty when they do not. */
  String claimedText() {
    return data.longText("articleBody");
  }

  private @Nullable String claimedTitle() {
    return first(data.text("headline"), meta("og:title"), meta("twitter:title"), meta("dc.title"));
  }

  private @Nullable String url(@Nullable String address) {
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    String linked = canonical == null ? null : canonical.attr("href");
    String url =
        first(
            absolute(linked, address),
            absolute(meta("og:url"), address),
            absolute(data.text("url"), address));
    return url != null ? url : address;
  }

  private static @Nullable String absolute(@Nullable String url, @Nullable String base) {
    if (url == null || url.isBlank()) return null;
    try {
      URI uri = URI.create(url.strip());
      if (!uri.isAbsolute() && base != null) uri = URI.create(base.strip()).resolve(uri);
      boolean isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return isWeb ? uri.toString() : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private @Nullable String source(@Nullable String url) {
    String named =
        first(
            meta("og:site_name"),
            data.name("publisher"),
            meta("application-name"),
            meta("dc.publisher"));
    return named != null ? named : host(url);
  }

  private static @Nullable String host(@Nullable String url) {
    if (url == null) return null;
    try {
      String host = URI.create(url).getHost();
      if (host == null) return null;
      return host.startsWith("www.") ? host.substring(4) : host;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private @Nullable String author() {
    String author =
        first(
            data.name("author"),
            meta("author"),
            meta("article:author"),
            meta("dc.creator"),
            meta("byl"),
            meta("parsely-author"));
    if (author == null) {
      Element marked = page.selectFirst("[itemprop=author], [rel=author], .byline");
      author = marked == null ? null : Facts.text(marked.text());
    }
    return Bylines.author(author);
  }

  private @Nullable Instant publishedAt() {
    Instant date = Dates.read(data.text("datePublished"));
    for (int i = 0; date == null && i < DATES.size(); i++) date = Dates.read(meta(DATES.get(i)));
    if (date == null) date = Dates.read(marked("[itemprop=datePublished]"));
    if (date == null) date = Dates.read(marked("time[pubdate]"));
    if (date == null) date = Dates.read(marked("article time[datetime]"));
    if (date == null) date = Dates.read(marked("time[datetime]"));
    return date != null ? date : Dates.read(data.text("dateCreated"));
  }

  private @Nullable String marked(String selector) {
    Element element = page.selectFirst(selector);
    if (element == null) return null;
    return first(element.attr("content"), element.attr("datetime"), element.text());
  }

  private @Nullable String language() {
    Element html = page.selectFirst("html");
    String claimed = html == null ? null : first(html.attr("lang"), html.attr("xml:lang"));
    String hint =
        first(claimed, data.text("inLanguage"), meta("content-language"), meta("og:locale"));
    return hint == null ? null : hint.replace('_', '-');
  }

  private @Nullable String meta(String name) {
    return metas.get(name);
  }

  // Under every name that a meta tag has; the first one of a name counts.
  private static Map<String, String> metas(Document page) {
    Map<String, String> metas = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String content = Facts.text(meta.attr("content"));
      if (content == null) continue;
      for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
        metas.putIfAbsent(meta.attr(attribute).toLowerCase(Locale.ROOT), content);
      }
    }
    return metas;
  }

  private static @Nullable String first(@Nullable String... values) {
    for (String value : values) {
      String text = Facts.text(value);
      if (text != null) return text;
    }
    return null;
  }
}
