package io.slugline.deploy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.AlertConfig;
import io.slugline.contract.Cluster;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topics;
import io.slugline.deploy.broker.BrokerProcess;
import io.slugline.deploy.topic.TopicSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerting was away while others worked: what it finds takes it longer than its patience. */
class AlertingBehindIT {
  private static final int CHANGES = 120_000;

  /** One in so many lies on another partition than the rest. */
  private static final int STRAY = 4;

  @TempDir Path folder;

  @Test
  void noNumberIsPassedOverThatIsOnlyNotReadYet() throws Exception {
    BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"));
    new TopicSetup(broker.settings(4)).create();
    Cluster cluster = broker.settings(4).cluster();
    send(cluster);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    AlertApp app =
        AlertApp.start(
            cluster,
            AlertConfig.standard(),
            folder.resolve("alerting"),
            registry,
            Clock.systemUTC());
    try {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () ->
                  Stream.of("in-order", "waited", "late")
                          .mapToDouble(one -> turns(registry, one))
                          .sum()
                      >= CHANGES);
      assertThat(turns(registry, "waited")).isPositive();
      assertThat(turns(registry, "late")).isZero();
      assertThat(registry.get("slugline.alerting.numbers.passed.over").counter().count()).isZero();
    } finally {
      app.close();
      broker.kill();
    }
  }

  private static double turns(SimpleMeterRegistry registry, String outcome) {
    return registry.get("slugline.alerting.turns").tag("outcome", outcome).counter().count();
  }

  private static void send(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    // A batch that overtakes the first one of a new partition is refused.
    client.put("max.in.flight.requests.per.connection", 1);
    try (KafkaProducer<String, StoryChange> producer =
        new KafkaProducer<>(
            client,
            Topics.STORIES.keySerde().serializer(),
            Topics.STORIES.valueSerde().serializer())) {
      for (int number = 1; number <= CHANGES; number++) {
        int partition = number % STRAY == 0 ? 1 + number / STRAY % 3 : 0;
        StoryChange closed = closed(number);
        producer.send(
            new ProducerRecord<>(cluster.nameOf(Topics.STORIES), partition, closed.key(), closed));
      }
    }
  }

  private static StoryChange closed(int number) {
    return new StoryChange(
        "s" + number,
        StoryChange.Kind.CLOSED,
        List.of(),
        List.of(),
        "quiet",
        null,
        Instant.EPOCH.plusSeconds(number),
        "eng",
        number,
        null,
        null);
  }
}
