package io.slugline.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.slugline.alerting.console.OpenPage;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.config.ConfigFile;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.http.StatusPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManifestsTest {
  private static final List<String> STAGES = List.of("ingest", "enrich", "alerting");

  private final Validation validation;

  ManifestsTest(@TempDir Path folder) throws Exception {
    validation = new Validation(folder);
  }

  @BeforeAll
  void needKubectl() {
    assumeTrue(Manifests.canBeBuilt(), "kubectl is not installed: overlays are not built");
  }

  static Stream<Path> overlays() throws IOException {
    try (Stream<Path> folders = Files.list(Manifests.ROOT.resolve("overlays"))) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyResourceIsOneThatItsApiTakes(Path overlay) throws Exception {
    for (JsonNode resource : Manifests.built(overlay).all()) {
      assertThat(validation.problems(resource)).as(Manifests.nameOf(resource)).isEmpty();
    }
  }

  @Test
  void whatAnApiDoesNotTakeIsFound() throws Exception {
    Manifests strimzi = Manifests.built(Manifests.ROOT.resolve("overlays/strimzi"));

    assertThat(broken(strimzi.named("StatefulSet", "enrich"), "/spec", "replica")).isNotEmpty();
    assertThat(broken(strimzi.named("PodDisruptionBudget", "enrich"), "/spec/selector", "match"))
        .isNotEmpty();
    assertThat(broken(strimzi.named("KafkaUser", "slugline-enrich"), "/spec", "acls")).isNotEmpty();
    assertThat(broken(strimzi.named("Kafka", "slugline"), "/spec/kafka", "listener")).isNotEmpty();
    JsonNode listeners = strimzi.named("Kafka", "slugline").deepCopy();
    ((ObjectNode) listeners.at("/spec/kafka/listeners/0")).put("port", "nine");
    assertThat(validation.problems(listeners)).isNotEmpty();
  }

  @Test
  void kedasResourcesAreCheckedByItsOwnModels() throws Exception {
    assumeTrue(Validation.knowsKeda(), "npm's @kubernetes-models/keda is not in target/keda");
    Manifests strimzi = Manifests.built(Manifests.ROOT.resolve("overlays/strimzi"));
    JsonNode scaled = strimzi.named("ScaledObject", "enrich").deepCopy();

    ((ObjectNode) scaled.at("/spec/scaleTargetRef")).remove("name");

    assertThat(validation.problems(scaled)).isNotEmpty();
  }

  @Test
  void topicsAreThoseOfTheCatalogue() throws Exception {
    Map<String, Map<String, String>> wanted = new TreeMap<>();
    for (Topic<?> topic : Topics.all()) {
      Map<String, String> settings = new TreeMap<>(topic.settings());
      settings.put("partitions", String.valueOf(topic.partitions()));
      wanted.put(topic.name(), settings);
    }

    Map<String, Map<String, String>> given = new TreeMap<>();
    for (JsonNode topic : Manifests.file("strimzi/topics.yaml").of("KafkaTopic")) {
      Map<String, String> settings = new TreeMap<>();
      topic.at("/spec/config").properties().forEach(e -> settings.put(e.getKey(), text(e)));
      settings.put("partitions", topic.at("/spec/partitions").asText());
      given.put(Manifests.nameOf(topic), settings);
    }

    assertThat(given).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void podsAreRestrictedAsPodSecurityWantsThem(Path overlay) throws Exception {
    Manifests manifests = Manifests.built(overlay);
    assertThat(manifests.named("Namespace", "slugline").at("/metadata/labels").toString())
        .contains("\"pod-security.kubernetes.io/enforce\":\"restricted\"");
    for (JsonNode pod : pods(manifests)) {
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(userOfTheImage());
      assertThat(pod.at("/securityContext/seccompProfile/type").asText())
          .isEqualTo("RuntimeDefault");
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      for (JsonNode container : pod.path("containers")) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everyProbeAsksForAPageThatAStageHas(Path overlay) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    List<String> pages =
        new StatusPages(List::of, registry).all().stream().map(OpenPage::path).toList();
    Manifests manifests = Manifests.built(overlay);
    for (String stage : STAGES) {
      JsonNode template = manifests.named("StatefulSet", stage).at("/spec/template");
      JsonNode container = template.at("/spec/containers/0");
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(container.at("/" + probe + "/httpGet/path").asText()).isIn(pages);
      }
      assertThat(template.at("/metadata/annotations/prometheus.io~1path").asText()).isIn(pages);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void eachStageStartsWithAConfigurationThatIsRight(Path overlay, @TempDir Path folder)
      throws Exception {
    Manifests manifests = Manifests.built(overlay);
    JsonNode files =
        manifests.of("ConfigMap").stream()
            .map(map -> map.path("data"))
            .filter(data -> data.has("slugline.yaml"))
            .findFirst()
            .orElseThrow();
    Path file = folder.resolve("slugline.yaml");
    Files.writeString(file, files.path("slugline.yaml").asText());
    Map<String, String> environment = environment(manifests);

    for (String stage : STAGES) {
      JsonNode container =
          manifests.named("StatefulSet", stage).at("/spec/template/spec/containers/0");
      assertThat(container.path("args").toString()).contains("/etc/slugline/slugline.yaml");
      Map<String, String> own = new TreeMap<>(environment);
      for (JsonNode variable : container.path("env")) {
        own.put(variable.path("name").asText(), variable.path("value").asText("given"));
      }
      SluglineConfig config = ConfigFile.read(file, own);
      assertThat(config.kafka().bootstrapServers())
          .isEqualTo(environment.get("SLUGLINE_BOOTSTRAP_SERVERS"));
      assertThat(config.http().host()).isEqualTo("0.0.0.0");
      assertThat(config.http().port()).isEqualTo(container.at("/ports/0/containerPort").asInt());
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void secretsAreReferredToAndNeverWritten(Path overlay) throws Exception {
    Manifests manifests = Manifests.built(overlay);

    assertThat(manifests.of("Secret")).isEmpty();
    assertThat(environment(manifests).keySet()).noneMatch(name -> name.matches(".*(JAAS|PASS).*"));
    for (JsonNode pod : pods(manifests)) {
      for (JsonNode variable : pod.at("/containers/0/env")) {
        if (!variable.path("name").asText().contains("JAAS")) continue;
        assertThat(variable.at("/valueFrom/secretKeyRef/key").asText()).isNotEmpty();
      }
    }
  }

  @Test
  void eachStageLogsInAsAUserThatExists() throws Exception {
    Manifests strimzi = Manifests.built(Manifests.ROOT.resolve("overlays/strimzi"));
    List<String> users = strimzi.of("KafkaUser").stream().map(Manifests::nameOf).toList();
    for (String stage : STAGES) {
      JsonNode variables =
          strimzi.named("StatefulSet", stage).at("/spec/template/spec/containers/0/env");
      List<String> secrets =
          StreamSupport.stream(variables.spliterator(), false)
              .map(variable -> variable.at("/valueFrom/secretKeyRef/name").asText())
              .filter(name -> !name.isEmpty())
              .toList();
      assertThat(secrets).containsExactly("slugline-" + stage);
      assertThat(users).containsAll(secrets);
    }
    String most = strimzi.named("ScaledObject", "enrich").at("/spec/maxReplicaCount").asText();
    assertThat(most).isEqualTo(String.valueOf(Topics.ARTICLES_RAW.partitions()));
  }

  private List<String> broken(JsonNode resource, String place, String unknown) throws Exception {
    JsonNode copy = resource.deepCopy();
    ((ObjectNode) copy.at(place)).put(unknown, "x");
    return validation.problems(copy);
  }

  private static String text(Map.Entry<String, JsonNode> entry) {
    return entry.getValue().asText();
  }

  private static List<JsonNode> pods(Manifests manifests) {
    return manifests.all().stream()
        .map(resource -> resource.at("/spec/template/spec"))
        .filter(pod -> pod.has("containers"))
        .toList();
  }

  private static Map<String, String> environment(Manifests manifests) {
    Map<String, String> environment = new TreeMap<>();
    manifests.of("ConfigMap").stream()
        .filter(map -> Manifests.nameOf(map).startsWith("slugline-environment"))
        .flatMap(map -> map.path("data").properties().stream())
        .forEach(entry -> environment.put(entry.getKey(), text(entry)));
    return environment;
  }

  private static int userOfTheImage() throws IOException {
    return Files.readAllLines(Path.of("docker", "Dockerfile")).stream()
        .filter(line -> line.startsWith("USER "))
        .map(line -> Integer.parseInt(line.substring("USER ".length())))
        .findFirst()
        .orElseThrow();
  }
}
