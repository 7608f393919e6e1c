package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyPictureTest {

  @Test
  void theTopologyIsAsItsPictureShowsIt() throws IOException {
    Cluster cluster = new Cluster("nowhere:9092", "", Map.of());
    EnrichConfig config = EnrichConfig.standard();
    EnrichTopology topology =
        new EnrichTopology(
            cluster,
            config,
            Succession.NONE,
            Enricher.load(),
            new EnrichMetrics(new SimpleMeterRegistry()));

    String described =
        topology
            .build(EnrichApp.properties(cluster, config, Path.of("state")))
            .describe()
            .toString();

    assertThat(described.stripTrailing()).isEqualTo(picture());
  }

  private static String picture() throws IOException {
    try (InputStream picture = TopologyPictureTest.class.getResourceAsStream("topology.txt")) {
      return new String(picture.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }
}
