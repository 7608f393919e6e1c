package io.slugline.enrich.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article's own object among a page's JSON-LD. */
final class LinkedData {
  private static final int MOST = 2000;
  private final @Nullable JsonNode article;

  private LinkedData(@Nullable JsonNode article) {
    this.article = article;
  }

  static LinkedData of(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      JsonNode article = article(script.data());
      if (article != null) return new LinkedData(article);
    }
    return new LinkedData(null);
  }

  @Nullable String text(String field) {
    return article == null ? null : text(article.get(field));
  }

  /** Text of any length; empty when there is none. */
  String longText(String field) {
    return article == null ? "" : article.path(field).asText("");
  }

  /** The name of a person or organisation, given as an object, a list, or plainly. */
  @Nullable String name(String field) {
    if (article == null) return null;
    JsonNode value = article.get(field);
    if (value != null && value.isArray()) value = value.get(0);
    if (value != null && value.isObject()) value = value.get("name");
    return text(value);
  }

  private static @Nullable JsonNode article(String json) {
    try {
      Deque<JsonNode> open = new ArrayDeque<>();
      open.add(Json.mapper().readTree(json));
      for (int seen = 0; !open.isEmpty() && seen < MOST; seen++) {
        JsonNode node = open.poll();
        if (isArticle(node)) return node;
        if (node.isContainerNode()) node.forEach(open::add);
      }
    } catch (JsonProcessingException malformed) {
      // What a page says of itself may be broken; its text is not.
    }
    return null;
  }

  private static boolean isArticle(JsonNode node) {
    JsonNode type = node.path("@type");
    if (type.isArray()) type = type.path(0);
    String name = type.asText("");
    return name.endsWith("Article") || name.equals("BlogPosting") || name.equals("Report");
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null) return null;
    return value.isTextual() ? Facts.text(value.asText()) : null;
  }
}
