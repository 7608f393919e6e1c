package io.slugline.enrich.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an article in JSON: ninjs of all versions, schema.org, or our own few fields. */
final class JsonReader {
  private static final List<String> MARKED_UP =
      List.of("html", "body_xhtml", "body_html", "content_html", "contentHtml");
  private static final List<String> PLAIN =
      List.of(
          "text",
          "articleBody",
          "body_text",
          "body",
          "content",
          "content_text",
          "description_text",
          "description");

  private final HtmlReader html;

  JsonReader(HtmlReader html) {
    this.html = html;
  }

  Draft read(Traced source) {
    Map<?, ?> article = article(JsonText.read(source), 0);
    if (article == null) throw new UnreadableArticle("JSON with neither text nor HTML");
    Draft content = content(article);
    Traced title = title(article);
    return content.within(title, facts(article));
  }

  // The object itself, or the first one with a text in its lists.
  private static @Nullable Map<?, ?> article(@Nullable Object value, int depth) {
    if (depth > 3) return null;
    if (value instanceof List<?> list) return firstArticle(list, depth);
    if (!(value instanceof Map<?, ?> fields)) return null;
    if (hasText(fields)) return fields;
    return fields.get("@graph") instanceof List<?> graph ? firstArticle(graph, depth) : null;
  }

  private static @Nullable Map<?, ?> firstArticle(List<?> list, int depth) {
    for (Object item : list) {
      Map<?, ?> found = article(item, depth + 1);
      if (found != null) return found;
    }
    return null;
  }

  private static boolean hasText(Map<?, ?> fields) {
    return first(fields, MARKED_UP) != null || first(fields, PLAIN) != null || body(fields) != null;
  }

  private Draft content(Map<?, ?> article) {
    Traced marked = first(article, MARKED_UP);
    if (marked != null) return markup(marked);
    Map<?, ?> body = body(article);
    if (body != null) {
      Traced value = string(body, "value");
      String claimed = String.valueOf(string(body, "contentType")) + string(body, "contenttype");
      String type = claimed.toLowerCase(Locale.ROOT);
      if (value != null && type.contains("nitf")) return html.fragment(value);
      if (value != null && type.contains("html")) return markup(value);
      if (value != null) return plain(value);
    }
    Traced text = first(article, PLAIN);
    if (text == null) throw new UnreadableArticle("JSON with neither text nor HTML");
    return plain(text);
  }

  private Draft plain(Traced text) {
    return looksMarkedUp(text) ? markup(text) : Draft.ofText(null, text, Facts.NONE);
  }

  private Draft markup(Traced marked) {
    String head =
        marked.subSequence(0, Math.min(marked.length(), 2000)).toString().toLowerCase(Locale.ROOT);
    boolean page = head.contains("<html") || head.contains("<body") || head.contains("<!doctype");
    return page ? html.page(marked, null) : html.fragment(marked);
  }

  // Some put markup where text is promised.
  private static boolean looksMarkedUp(Traced text) {
    String start = text.subSequence(0, Math.min(text.length(), 200)).toString().strip();
    return start.startsWith("<p>")
        || start.startsWith("<p ")
        || start.startsWith("<div")
        || start.startsWith("<html")
        || start.startsWith("<!");
  }

  // ninjs 2 and 3: "bodies", one for each role, and short wires that have only "descriptions".
  private static @Nullable Map<?, ?> body(Map<?, ?> article) {
    Map<?, ?> body = firstValue(article.get("bodies"));
    return body != null ? body : firstValue(article.get("descriptions"));
  }

  private static @Nullable Map<?, ?> firstValue(@Nullable Object listed) {
    if (!(listed instanceof List<?> bodies)) return null;
    for (Object body : bodies) {
      if (body instanceof Map<?, ?> fields && string(fields, "value") != null) return fields;
    }
    return null;
  }

  private static @Nullable Traced title(Map<?, ?> article) {
    Traced title = first(article, List.of("title", "headline", "name"));
    if (title != null) return title;
    if (!(article.get("headlines") instanceof List<?> headlines)) return null;
    for (Object headline : headlines) {
      if (headline instanceof Map<?, ?> fields && string(fields, "value") != null)
        return string(fields, "value");
    }
    return null;
  }

  private static Facts facts(Map<?, ?> article) {
    return new Facts(
        name(
            article,
            "source",
            "publisher",
            "provider",
            "infosource",
            "copyrightholder",
            "copyrightHolder"),
        address(article),
        Bylines.author(name(article, "author", "byline", "bylines", "creator", "by")),
        Dates.read(
            first(
                article,
                List.of(
                    "date",
                    "datePublished",
                    "published",
                    "published_at",
                    "publishedAt",
                    "firstCreated",
                    "firstcreated",
                    "versionCreated",
                    "versioncreated",
                    "contentcreated",
                    "contentCreated"))),
        Facts.text(first(article, List.of("lang", "language", "inLanguage"))));
  }

  private static @Nullable String address(Map<?, ?> article) {
    for (String field : List.of("url", "link", "canonical_url", "uri", "mainEntityOfPage", "@id")) {
      Object value = article.get(field);
      if (value instanceof Map<?, ?> page) value = page.get("@id");
      if (value instanceof Traced text && text.toString().matches("https?://\\S+"))
        return text.toString();
    }
    return null;
  }

  private static @Nullable String name(Map<?, ?> article, String... fields) {
    for (String field : fields) {
      Object value = article.get(field);
      if (value instanceof List<?> list && !list.isEmpty()) value = list.get(0);
      if (value instanceof Map<?, ?> named)
        value = first(named, List.of("name", "value", "literal"));
      if (value instanceof Traced text && Facts.text(text) != null) return Facts.text(text);
    }
    return null;
  }

  private static @Nullable Traced first(Map<?, ?> fields, List<String> names) {
    for (String name : names) {
      Traced value = string(fields, name);
      if (value != null) return value;
    }
    return null;
  }

  private static @Nullable Traced string(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Traced text && !text.isBlank() ? text : null;
  }
}
