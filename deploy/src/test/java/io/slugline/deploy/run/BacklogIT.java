package io.slugline.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.replay.News;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import io.slugline.enrich.story.StorySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles of two hours ago lie ready, on more partitions than usual. */
class BacklogIT {
  private static final int ARTICLES = 5000;
  private static final int PARTITIONS = 12;
  private static final int SENTENCES = 30;
  private static final String[] WORDS =
      "the ship port crew rebels army left took near before after storm grain harbour minister said on in of with"
          .split(" ");

  @TempDir Path folder;

  /** What comes out of it comes while it is worked off, and not at its end. */
  @Test
  void articlesArePlacedAsFastAsTheyAreTagged() throws Exception {
    BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
    new TopicSetup(broker.settings(PARTITIONS)).create();
    Cluster cluster = broker.settings(PARTITIONS).cluster();
    Random random = new Random(7);
    List<String> texts = Stream.generate(() -> text(random)).limit(ARTICLES).toList();
    News.send(cluster, texts, 0, Instant.now().minus(Duration.ofHours(2)));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    EnrichConfig config = new EnrichConfig(1, 1, "1", StorySettings.defaults());
    EnrichApp app =
        EnrichApp.start(cluster, config, Enricher.load(), folder.resolve("enrich"), registry);
    try {
      Counter tagged = registry.get("slugline.enrich.articles.read").counter();
      await().atMost(Duration.ofMinutes(3)).until(() -> tagged.count() >= ARTICLES * .8);
      double read = tagged.count();
      double placed =
          registry.get("slugline.enrich.articles").counters().stream()
              .mapToDouble(Counter::count)
              .sum();
      assertThat(placed).isGreaterThan(read / 2);
    } finally {
      app.close();
      broker.kill();
    }
  }

  private static String text(Random random) {
    return random
        .ints(SENTENCES, 0, Integer.MAX_VALUE)
        .mapToObj(seed -> "They " + words(new Random(seed)) + ".")
        .collect(Collectors.joining("\n"));
  }

  private static String words(Random random) {
    return random
        .ints(12, 0, WORDS.length)
        .mapToObj(word -> WORDS[word])
        .collect(Collectors.joining(" "));
  }
}
