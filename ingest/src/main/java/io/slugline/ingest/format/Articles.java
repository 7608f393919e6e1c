package io.slugline.ingest.format;

/** Takes what is found in a file, in its order. */
public interface Articles {

  void found(FoundArticle article);

  /** An article was there but cannot be published; {@code reason} says what is wrong, and where. */
  void rejected(String reason);

  /** Something was read that is no article: nothing to count, but time has passed. */
  void passedOver();
}
