package io.slugline.ingest.format;

/** Says of every rejection in which part of the file it was. */
record Placed(String place, Articles articles) implements Articles {

  @Override
  public void found(FoundArticle article) {
    articles.found(article);
  }

  @Override
  public void rejected(String reason) {
    articles.rejected(place + ": " + reason);
  }

  @Override
  public void passedOver() {
    articles.passedOver();
  }
}
