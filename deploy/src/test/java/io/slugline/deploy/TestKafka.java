package io.slugline.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slugline.deploy.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Kafka for a test: our embedded broker, or, with {@code -Dslugline.test.kafka=container}, one in a
 * container. Without a Docker engine the test is skipped then, and says so.
 */
public final class TestKafka implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.3.1";

  private final String bootstrapServers;
  private final AutoCloseable running;

  private TestKafka(String bootstrapServers, AutoCloseable running) {
    this.bootstrapServers = bootstrapServers;
    this.running = running;
  }

  /**
   * Starts it.
   *
   * @param data folder of the embedded broker
   */
  public static TestKafka start(Path data) throws IOException {
    if (System.getProperty("slugline.test.kafka", "embedded").equals("container")) {
      assumeTrue(
          DockerClientFactory.instance().isDockerAvailable(),
          "no Docker engine: nothing is tested against a Kafka in a container");
      KafkaContainer container = new KafkaContainer(IMAGE);
      container.start();
      return new TestKafka(container.getBootstrapServers(), container);
    }
    EmbeddedBroker broker = EmbeddedBroker.start(data, 0);
    return new TestKafka(broker.bootstrapServers(), broker);
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() throws IOException {
    try {
      running.close();
    } catch (Exception e) {
      throw new IOException("cannot stop Kafka", e);
    }
  }
}
