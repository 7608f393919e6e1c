package io.slugline.deploy.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertApp;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.alerting.receiver.WebhookReceiver;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Grouping;
import io.slugline.contract.Json;
import io.slugline.contract.RawMap;
import io.slugline.contract.Replay;
import io.slugline.contract.Severity;
import io.slugline.contract.StorySnapshot;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import io.slugline.deploy.TestKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The alerting stage on a real broker, with a receiver that writes down what it gets. */
final class AlertLine implements AutoCloseable {
  final List<String> deliveries = new CopyOnWriteArrayList<>();
  final Cluster cluster;
  private final TestKafka broker;
  private final HttpServer hook;
  private final AlertApp alerting;
  private final KafkaProducer<String, byte[]> producer;

  AlertLine(Path folder) throws IOException, ExecutionException, InterruptedException {
    broker = TestKafka.start(folder.resolve("kafka"));
    cluster = new Cluster(broker.bootstrapServers(), "", Map.of());
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", this::received);
    hook.start();
    try (Admin admin = Admin.create(cluster.clientProperties())) {
      admin.createTopics(Topics.all().stream().map(AlertLine::wanted).toList()).all().get();
    }
    producer =
        new KafkaProducer<>(
            cluster.clientProperties(), new StringSerializer(), new ByteArraySerializer());
    alerting =
        AlertApp.start(
            cluster,
            config("1"),
            folder.resolve("state"),
            new SimpleMeterRegistry(),
            Clock.systemUTC());
  }

  DispatchApp dispatcher(String instance) {
    return DispatchApp.start(
        cluster, config(instance), new SimpleMeterRegistry(), Clock.systemUTC());
  }

  boolean ready() {
    return alerting.ready();
  }

  void watch(String id, String query) {
    send(
        Topics.WATCHES,
        new Watch(
            id,
            "Watch " + id,
            Severity.WARNING,
            "desk",
            WatchState.LIVE,
            query,
            new Watch.Examples(List.of(), List.of()),
            1,
            "ann",
            Instant.EPOCH,
            null,
            null,
            null,
            null));
  }

  void article(String story, String id, long sequence, String body) {
    Instant now = Instant.now();
    StorySnapshot snapshot =
        new StorySnapshot(
            story, "Headline " + story, null, now, now, List.of(id), 1, 1, 1, List.of(), null);
    send(
        Topics.ARTICLES_ENRICHED,
        new EnrichedArticle(
            id,
            1,
            "raw-" + id,
            null,
            null,
            "A title",
            RawMap.uniform(0, 1),
            body,
            RawMap.uniform(10, 1),
            List.of(),
            "eng",
            List.of(),
            "full",
            null,
            null,
            null,
            now,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            snapshot,
            new Grouping(0, null, List.of(), List.of()),
            id,
            sequence,
            Map.of(),
            null));
  }

  /** Puts a page on the topic that bears a replay's mark. */
  void markedPage(String alert) throws IOException {
    ObjectNode record =
        (ObjectNode)
            Json.mapper()
                .readTree(
                    Path.of("../contract/src/test/resources/examples/alerts/1.json").toFile());
    record.put("alert", alert).put("page", true).put("shadow", false).put("receiver", "desk");
    record.put("changedAt", Instant.now().toString()).put("backfill", false);
    byte[] value = Json.mapper().writeValueAsBytes(record);
    RecordHeaders headers = new RecordHeaders();
    headers.add(Replay.MARK, "r1".getBytes(StandardCharsets.UTF_8));
    producer.send(new ProducerRecord<>(cluster.nameOf(Topics.ALERTS), null, alert, value, headers));
    producer.flush();
  }

  @Override
  public void close() throws IOException {
    producer.close();
    alerting.close();
    hook.stop(0);
    broker.close();
  }

  private AlertConfig config(String instance) {
    URI url = URI.create("http://localhost:" + hook.getAddress().getPort() + "/");
    WebhookReceiver desk =
        new WebhookReceiver("desk", url, null, Map.of(), Duration.ofSeconds(5), false);
    return new AlertConfig(
        List.of(desk),
        "desk",
        Duration.ofHours(12),
        Duration.ofHours(1),
        Duration.ZERO,
        "",
        List.of(),
        1,
        instance,
        ConsoleConfig.standard());
  }

  private void received(HttpExchange exchange) throws IOException {
    deliveries.add(Json.mapper().readTree(exchange.getRequestBody()).path("id").asText());
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private <V> void send(Topic<V> topic, V record) {
    RecordHeaders headers = new RecordHeaders();
    String name = cluster.nameOf(topic);
    byte[] value = topic.valueSerde().serializer().serialize(name, headers, record);
    producer.send(new ProducerRecord<>(name, null, topic.keyOf(record), value, headers));
    producer.flush();
  }

  private static NewTopic wanted(Topic<?> topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
  }
}
