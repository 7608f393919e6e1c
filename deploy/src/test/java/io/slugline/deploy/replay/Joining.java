package io.slugline.deploy.replay;

import io.slugline.deploy.config.SluglineConfig;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.story.StorySettings;

/** Another way to make stories of the same articles. */
final class Joining {
  private Joining() {}

  /** The same configuration, but for how alike articles of one story must be. */
  static SluglineConfig at(SluglineConfig config, double join) {
    StorySettings old = config.enrich().stories();
    StorySettings other =
        new StorySettings(
            old.window(),
            join,
            join + .05,
            old.split(),
            old.margin(),
            old.corrects(),
            old.lead(),
            old.trusted());
    EnrichConfig enrich = new EnrichConfig(2, 4, "1", other);
    return new SluglineConfig(config.kafka(), null, enrich, config.alerting(), null, null);
  }
}
