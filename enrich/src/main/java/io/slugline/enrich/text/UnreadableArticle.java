package io.slugline.enrich.text;

/** Bytes that hold no article: neither text nor HTML, malformed JSON. It becomes a dead letter. */
public final class UnreadableArticle extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableArticle(String message) {
    super(message);
  }

  UnreadableArticle(String message, Throwable cause) {
    super(message, cause);
  }
}
