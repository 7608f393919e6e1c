package io.slugline.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kafka.coordinator.transaction.TransactionCoordinator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class EmbeddedBrokerTest {
  @TempDir Path data;

  @Test
  void whatWasWrittenIsReadAgainAfterARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
      write(broker.bootstrapServers(), "kept");
    }

    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
      assertThat(read(broker.bootstrapServers())).containsExactly("kept");
      assertThat(broker.problem()).isEmpty();
    }
  }

  @Test
  void aSecondBrokerOnOneFolderIsRefusedAndTheFirstGoesOn() throws Exception {
    try (EmbeddedBroker first = EmbeddedBroker.start(data, 0)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data, 0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by another Slugline");

      write(first.bootstrapServers(), "still here");
      assertThat(read(first.bootstrapServers())).containsExactly("still here");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (Sockets taken = Sockets.bind(0)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(data, taken.port()))
          .hasMessageContaining("port " + taken.port() + " is taken");
    }
  }

  @Test
  void aBrokerThatWasKilledComesBackWithItsRecords() throws Exception {
    BrokerProcess killed = BrokerProcess.start(data);
    write(killed.bootstrapServers(), "before the kill");

    killed.kill();

    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
      assertThat(read(broker.bootstrapServers())).containsExactly("before the kill");
    }
  }

  /** What leads twice in a row loads its coordinators twice, and Kafka mixes the two up. */
  @Test
  void aBrokerThatWasKilledLeadsEachPartitionOnceWhenItComesBack() throws Exception {
    BrokerProcess killed = BrokerProcess.start(data);
    beginTransaction(killed.bootstrapServers());
    killed.kill();
    Logger coordinator = (Logger) LoggerFactory.getLogger(TransactionCoordinator.class);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    coordinator.addAppender(heard);
    coordinator.setLevel(Level.INFO);

    try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0)) {
      beginTransaction(broker.bootstrapServers());

      assertThat(List.copyOf(heard.list))
          .extracting(ILoggingEvent::getFormattedMessage)
          .filteredOn(said -> said.contains("Elected as the txn coordinator"))
          .hasSize(BrokerSettings.COORDINATORS);
    } finally {
      coordinator.detachAppender(heard);
      coordinator.setLevel(null);
    }
  }

  private static void beginTransaction(String servers) {
    Map<String, Object> client = Map.of("bootstrap.servers", servers, "transactional.id", "one");
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
    }
  }

  private static void write(String servers, String value) throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", servers, "acks", "all");
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(new NewTopic("notes", 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("notes", "key", value)).get();
    }
  }

  private static List<String> read(String servers) {
    List<String> values = new ArrayList<>();
    Map<String, Object> client = Map.of("bootstrap.servers", servers);
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("notes", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
