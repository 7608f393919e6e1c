package io.slugline.deploy.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.console.ConsoleConfig;
import io.slugline.alerting.dispatch.DispatchApp;
import io.slugline.alerting.receiver.WebhookReceiver;
import io.slugline.contract.Cluster;
import io.slugline.contract.Json;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.StillClock;
import io.slugline.deploy.broker.SecuredBroker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dispatcher alone, on a broker that lets each user do what it may and no more. */
class DispatchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<Topic<?>> TOPICS =
      List.of(Topics.ALERTS, Topics.ACTIONS, Topics.DELIVERIES);

  @TempDir private Path folder;
  private final StillClock clock = new StillClock();
  private SecuredBroker broker;
  private Hooks hooks;

  @BeforeEach
  void start() throws Exception {
    broker = SecuredBroker.start(folder);
    hooks = new Hooks(folder);
    broker.admit(List.of("dispatch"));
    try (Admin admin = Admin.create(broker.admin().clientProperties())) {
      admin.createTopics(TOPICS.stream().map(DispatchIT::wanted).toList()).all().get();
    }
  }

  @AfterEach
  void stop() throws IOException {
    hooks.close();
    broker.close();
  }

  @Test
  void aPageIsDeliveredThoughSilencesAndTheLogOfDeliveriesCannotBeRead() throws Exception {
    allow(ResourceType.TOPIC, "alerts", AclOperation.READ);
    allow(ResourceType.TOPIC, "actions", AclOperation.WRITE);
    allow(ResourceType.TOPIC, "deliveries", AclOperation.WRITE);
    allow(ResourceType.GROUP, "slugline-dispatch", AclOperation.READ);
    page("p1");

    try (DispatchApp dispatch = dispatch(broker.as("dispatch"))) {
      await().atMost(PATIENCE).until(() -> hooks.taken().size() == 1);

      assertThat(dispatch.problem()).isEmpty();
    }
  }

  @Test
  void whatIsNoOrderAndNoDeliveryIsPassedOver() throws Exception {
    garbage(Topics.ACTIONS);
    garbage(Topics.DELIVERIES);
    garbage(Topics.ALERTS);
    page("p1");

    try (DispatchApp dispatch = dispatch(broker.admin())) {
      await().atMost(PATIENCE).until(() -> hooks.taken().size() == 1);

      assertThat(dispatch.problem()).isEmpty();
    }
  }

  @Test
  void aHeartbeatGoesOutInEachMinuteInWhichAllIsWell() {
    Deque<Boolean> isWell = new ConcurrentLinkedDeque<>(List.of(true, false, true));
    try (DispatchApp dispatch = dispatch(broker.admin())) {
      dispatch.heartbeatWhile(() -> Boolean.TRUE.equals(isWell.poll()));
      await().atMost(PATIENCE).until(dispatch::ready);

      while (!isWell.isEmpty()) {
        int left = isWell.size();
        clock.nextMinute();
        await().atMost(PATIENCE).until(() -> isWell.size() < left);
        long due = 2 - isWell.stream().filter(well -> well).count();
        await().atMost(PATIENCE).until(() -> hooks.taken().size() == due);
      }
    }

    assertThat(hooks.taken()).hasSize(2).doesNotHaveDuplicates();
  }

  private DispatchApp dispatch(Cluster cluster) {
    WebhookReceiver desk =
        new WebhookReceiver(
            "desk",
            URI.create("http://localhost:" + hooks.ports().http() + "/desk"),
            null,
            Map.of(),
            Duration.ofSeconds(5),
            false);
    AlertConfig config =
        new AlertConfig(
            List.of(desk),
            "desk",
            Duration.ofHours(12),
            Duration.ofHours(1),
            Duration.ZERO,
            "desk",
            List.of(),
            1,
            "1",
            ConsoleConfig.standard());
    return DispatchApp.start(
        cluster, config, new SimpleMeterRegistry(), clock.withZone(ZoneOffset.UTC));
  }

  private void page(String alert) throws Exception {
    Path example = Path.of("../contract/src/test/resources/examples/alerts/1.json");
    ObjectNode record = (ObjectNode) Json.mapper().readTree(example.toFile());
    record.put("alert", alert).put("page", true).put("changedAt", clock.instant().toString());
    send(Topics.ALERTS, alert, Json.mapper().writeValueAsBytes(record));
  }

  private void garbage(Topic<?> topic) throws Exception {
    send(topic, "x", "no JSON".getBytes(UTF_8));
  }

  private void send(Topic<?> topic, String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            broker.admin().clientProperties(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }

  private void allow(ResourceType type, String name, AclOperation operation) throws Exception {
    try (Admin admin = Admin.create(broker.admin().clientProperties())) {
      AccessControlEntry entry =
          new AccessControlEntry("User:dispatch", "*", operation, AclPermissionType.ALLOW);
      ResourcePattern what = new ResourcePattern(type, name, PatternType.LITERAL);
      admin.createAcls(List.of(new AclBinding(what, entry))).all().get();
    }
  }

  private static NewTopic wanted(Topic<?> topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings());
  }
}
