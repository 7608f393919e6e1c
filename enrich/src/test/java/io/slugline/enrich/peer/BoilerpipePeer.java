package io.slugline.enrich.peer;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.util.function.UnaryOperator;

/** Boilerpipe's extractor for articles. */
public final class BoilerpipePeer implements UnaryOperator<String> {

  @Override
  public String apply(String html) {
    try {
      return new ArticleExtractor().getText(html);
    } catch (BoilerpipeProcessingException e) {
      return "";
    }
  }
}
