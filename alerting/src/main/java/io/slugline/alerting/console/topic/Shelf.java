package io.slugline.alerting.console.topic;

import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.ArticleLine;
import io.slugline.contract.Alert;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import java.util.Optional;

/** Whole records, fetched when a page asks; empty when their topic has them no longer. */
public interface Shelf {

  Optional<Alert> alert(AlertLine line);

  Optional<EnrichedArticle> article(ArticleLine line);

  /** The bytes that an article was made from. */
  Optional<RawArticle> raw(EnrichedArticle article);
}
