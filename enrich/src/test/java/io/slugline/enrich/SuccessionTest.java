package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Repeat;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is worked through once more after a rollback, because a replay's successor had told it. */
class SuccessionTest {
  private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");
  private static final Instant BACK = MORNING.plusSeconds(60);
  private static final String FERRY =
      "A ferry with 212 passengers ran aground off the island of Gotland on Monday morning.";
  private static final String STRIKE =
      "Bus drivers in Lisbon walked out on Tuesday in a dispute over night shifts.";

  private static Enricher enricher;

  @TempDir Path stateDir;

  @BeforeAll
  static void load() {
    enricher = Enricher.load();
  }

  @Test
  void whatWasToldSaysSoAndWhatIsNewDoesNot() {
    try (TopologyTestDriver driver = after(Set.of())) {
      pipe(driver, "told-0", FERRY, BACK);
      pipe(driver, "new-0", STRIKE, BACK.plusMillis(1));

      assertThat(out(driver, Topics.ARTICLES_ENRICHED))
          .extracting(EnrichedArticle::rawId, each -> each.supersedes() != null)
          .containsExactly(tuple("told-0", true), tuple("new-0", false));
    }
  }

  @Test
  void aRepeatThatWasToldSaysSoToo() {
    try (TopologyTestDriver driver = after(Set.of())) {
      pipe(driver, "first-0", FERRY, MORNING);
      pipe(driver, "told-0", FERRY, BACK);
      pipe(driver, "new-0", FERRY, BACK.plusMillis(1));

      assertThat(out(driver, Topics.ARTICLES_REPEATED))
          .extracting(Repeat::replay)
          .containsExactly("r1", null);
    }
  }

  @Test
  void whatWasErasedIsNotToldAgain() {
    String erased = enricher.alone(raw("told-0", FERRY, MORNING)).id();
    try (TopologyTestDriver driver = after(Set.of(erased))) {
      pipe(driver, "told-0", FERRY, MORNING);
      pipe(driver, "other-0", STRIKE, MORNING);

      assertThat(out(driver, Topics.ARTICLES_ENRICHED))
          .extracting(EnrichedArticle::rawId)
          .containsExactly("other-0");
      assertThat(out(driver, Topics.ARTICLES_REPEATED))
          .containsExactly(new Repeat("told-0", erased, 1, MORNING, "r1"));
    }
  }

  private TopologyTestDriver after(Set<String> erased) {
    Cluster cluster = new Cluster("nowhere:9092", "", Map.of());
    EnrichConfig config = EnrichConfig.standard();
    Properties properties = EnrichApp.properties(cluster, config, stateDir);
    Succession succession = new Succession("", "r1", Map.of(), BACK, erased);
    EnrichMetrics metrics = new EnrichMetrics(new SimpleMeterRegistry());
    EnrichTopology topology = new EnrichTopology(cluster, config, succession, enricher, metrics);
    return new TopologyTestDriver(topology.build(properties), properties, MORNING);
  }

  private static <V> List<V> out(TopologyTestDriver driver, Topic<V> topic) {
    TestOutputTopic<String, V> out =
        driver.createOutputTopic(
            topic.name(), topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    return out.readValuesToList();
  }

  private static void pipe(TopologyTestDriver driver, String id, String text, Instant at) {
    Topic<RawArticle> in = Topics.ARTICLES_RAW;
    TestInputTopic<String, RawArticle> raw =
        driver.createInputTopic(
            in.name(), in.keySerde().serializer(), in.valueSerde().serializer());
    raw.pipeInput(id, raw(id, text, at), at);
  }

  private static RawArticle raw(String id, String text, Instant at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RawArticle(
        id, bytes, "text/plain", null, "UTF-8", "test", id + ".txt", at, false, Map.of());
  }
}
