package io.slugline.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.StageProcess;
import io.slugline.deploy.broker.SecuredBroker;
import io.slugline.deploy.broker.Witness;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.deploy.topic.WatchUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The users that the manifests make, on a broker that speaks TLS and holds them to their
 * permissions: each stage works with its own, needs all of them and asks for nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PermissionsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Set<String> STAGES =
      Set.of("slugline-ingest", "slugline-enrich", "slugline-alerting");

  /** Needed when stories merge, and by what a person does at the console: nobody does here. */
  private static final Set<String> NOT_HERE =
      Set.of(
          "slugline-enrich WRITE stories",
          "slugline-alerting WRITE watches",
          "slugline-alerting READ articles.raw");

  private final Path folder;
  private final SecuredBroker broker;
  private final Permissions permissions = Permissions.read();

  PermissionsIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    broker = SecuredBroker.start(folder);
  }

  @BeforeAll
  void setUp() throws Exception {
    broker.admit(permissions.byUser().keySet());
    try (Admin admin = Admin.create(broker.admin().clientProperties())) {
      admin.createAcls(permissions.all()).all().get();
    }
    new TopicSetup(settings(broker.as("slugline-operator"))).create();
    new WatchUpload(broker.as("slugline-operator"))
        .replaceWith(WatchList.read(Path.of("samples", "watches.yaml"), "ann", Instant.EPOCH));
  }

  @AfterAll
  void stop() throws IOException {
    broker.close();
  }

  @Test
  @Order(1)
  void theLineWorksWithThesePermissionsAndNeedsEachOfThem() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    String article = Files.readString(Path.of("samples/articles/chongjin-eastgate.txt"));
    Files.writeString(inbox.resolve("article.txt"), article);
    Files.writeString(inbox.resolve("repeat.txt"), article + "\n");
    Files.writeString(inbox.resolve("no-article.json"), "{\"title\":\"neither text nor HTML\"}");
    Files.writeString(inbox.resolve("no-file.json"), "none");
    Files.writeString(inbox.resolve("repeating.jsonl"), ofASourceThatRepeatsALine());
    broker.takeSeen();

    List<StageProcess> stages = new ArrayList<>();
    try {
      stages.add(stage("slugline-ingest", "ingest", "--inbox", inbox.toString()));
      stages.add(stage("slugline-enrich", "enrich"));
      stages.add(stage("slugline-alerting", "alert"));
      for (StageProcess stage : stages) stage.awaitReady();
      sendWhatIsNoArticle();
      awaitDeliveryAndThreeDeadLetters();
      // The ledger is read by an ingester that starts where there is one.
      stages.remove(0).stop();
      stages.add(stage("slugline-ingest", "ingest", "--inbox", inbox.toString()));
      List<Witness.Seen> seen = awaitUse();

      assertThat(seen).filteredOn(one -> !one.allowed()).isEmpty();
    } finally {
      for (StageProcess stage : stages) stage.stop();
    }
  }

  @Test
  @Order(2)
  void aStageWithoutOneOfItsPermissionsStopsAndSaysWhich() throws Exception {
    AclBinding reads =
        permissions.all().stream()
            .filter(acl -> acl.entry().principal().equals("User:slugline-enrich"))
            .filter(acl -> acl.pattern().name().equals("articles.raw"))
            .findFirst()
            .orElseThrow();
    try (Admin admin = Admin.create(broker.admin().clientProperties())) {
      AclBindingFilter filter = reads.toFilter();
      admin.deleteAcls(List.of(filter)).all().get();
      StageProcess enrich = stage("slugline-enrich", "enrich");

      assertThat(enrich.awaitEnd()).isEqualTo(3);

      assertThat(Files.readString(enrich.log()))
          .contains("Not authorized to access topics: [articles.raw]");
      admin.createAcls(List.of(reads)).all().get();
    }
  }

  @Test
  @Order(3)
  void whoTellsPeopleMayNotWriteArticles() {
    Map<String, Object> client = broker.as("slugline-alerting").clientProperties();
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(
              () -> producer.send(new ProducerRecord<>("articles.enriched", "key", "{}")).get())
          .hasCauseInstanceOf(TopicAuthorizationException.class)
          .hasMessageContaining("articles.enriched");
    }
  }

  @Test
  @Order(4)
  void theAutoscalerSeesTheLagAndNoMore() throws Exception {
    try (Admin admin = Admin.create(broker.as("slugline-lag").clientProperties())) {
      var offsets =
          admin.listConsumerGroupOffsets("slugline-enrich").partitionsToOffsetAndMetadata().get();
      assertThat(offsets.keySet()).anyMatch(each -> each.topic().equals("articles.raw"));
      assertThat(admin.describeTopics(List.of("articles.raw")).allTopicNames().get()).hasSize(1);
      assertThatThrownBy(() -> admin.deleteTopics(List.of("articles.raw")).all().get())
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  /** With the very configuration that a pod gets. */
  private StageProcess stage(String user, String... command) throws IOException {
    Path config = folder.resolve("slugline.yaml");
    String text = Files.readString(Manifests.ROOT.resolve("base/slugline.yaml"));
    // What was read of a repartition topic is deleted each half minute otherwise.
    Files.writeString(
        config, text.replace("properties:", "properties:\n    repartition.purge.interval.ms: 100"));
    Map<String, String> environment = new HashMap<>();
    environment.put("SLUGLINE_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    environment.put("SLUGLINE_SECURITY_PROTOCOL", "SASL_SSL");
    environment.put("SLUGLINE_SASL_JAAS_CONFIG", broker.login(user));
    environment.put("SLUGLINE_CA", broker.certificate().toString());
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of("--config", config.toString(), "--data", folder.resolve(user).toString()));
    return StageProcess.start(arguments, environment, folder.resolve(user + ".log"));
  }

  private static String ofASourceThatRepeatsALine() {
    return Stream.of("Oslo", "Lagos", "Quito")
        .map(
            place ->
                "{\"source\":\"Quay Post\",\"text\":\"The dockers of %s are on strike again."
                        .formatted(place)
                    + "\\n\\nRing the harbour desk on extension nine\"}\n")
        .collect(Collectors.joining());
  }

  private void sendWhatIsNoArticle() throws Exception {
    try (var producer =
        new KafkaProducer<>(
            broker.admin().clientProperties(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("articles.enriched", "key", "no JSON")).get();
    }
  }

  private void awaitDeliveryAndThreeDeadLetters() {
    Set<String> delivered = new TreeSet<>();
    List<byte[]> letters = new ArrayList<>();
    try (TopicReader<Delivery> deliveries = all(Topics.DELIVERIES);
        TopicReader<byte[]> dead = all(Topics.DEAD_LETTERS)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                deliveries.poll(Duration.ofMillis(100)).forEach(each -> delivered.add(each.id()));
                letters.addAll(dead.poll(Duration.ofMillis(100)));
                assertThat(delivered).isNotEmpty();
                assertThat(letters).hasSize(3);
              });
    }
  }

  /** What was asked, once all permissions were used or time is over. */
  private List<Witness.Seen> awaitUse() {
    List<Witness.Seen> seen = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              seen.addAll(broker.takeSeen());
              assertThat(unused(seen)).isEmpty();
            });
    return seen;
  }

  private List<AclBinding> unused(List<Witness.Seen> seen) {
    return permissions.byUser().entrySet().stream()
        .filter(user -> STAGES.contains(user.getKey()))
        .flatMap(user -> user.getValue().stream().filter(acl -> isUsedHere(user.getKey(), acl)))
        .filter(acl -> seen.stream().noneMatch(one -> one.needs(acl)))
        .toList();
  }

  /** Not what follows a promoted replay, either. */
  private static boolean isUsedHere(String user, AclBinding acl) {
    String name = acl.pattern().name();
    return !name.startsWith("replay")
        && !NOT_HERE.contains(user + " " + acl.entry().operation() + " " + name);
  }

  private <V> TopicReader<V> all(Topic<V> topic) {
    return TopicReader.fromBeginning(broker.admin(), topic);
  }

  private static KafkaSettings settings(Cluster cluster) {
    return new KafkaSettings(
        cluster.bootstrapServers(), null, 0, null, new HashMap<>(cluster.properties()));
  }
}
