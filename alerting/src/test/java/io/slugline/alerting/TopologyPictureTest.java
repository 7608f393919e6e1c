package io.slugline.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Cluster;
import io.slugline.contract.read.Front;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class TopologyPictureTest {

  @Test
  void theTopologyIsTheOneInThePicture() throws IOException {
    Topology topology =
        new AlertTopology(
                new Cluster("nowhere:9092", "", Map.of()),
                new Monitor(),
                Duration.ofHours(12),
                new AlertCounters(new SimpleMeterRegistry(), Clock.systemUTC()),
                new Front())
            .build();

    assertThat(inOrder(topology.describe().toString())).isEqualTo(picture());
  }

  /** Kafka Streams names the stores of a step in an order of its own, another in each JVM. */
  private static String inOrder(String drawn) {
    return Pattern.compile("(?<=stores: \\[)[^]]+")
        .matcher(drawn)
        .replaceAll(
            names ->
                Stream.of(names.group().split(", ")).sorted().collect(Collectors.joining(", ")));
  }

  private static String picture() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TopologyPictureTest.class.getResourceAsStream("topology.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
