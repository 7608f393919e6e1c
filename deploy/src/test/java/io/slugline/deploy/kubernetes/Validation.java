package io.slugline.deploy.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import io.slugline.contract.Json;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Says what is wrong with a resource, without a cluster: Kubernetes' own by the models of its Java
 * client, Strimzi's by the schemas that its API classes give, KEDA's by its npm models where those
 * are there.
 */
final class Validation {
  /** Where {@code .ci/run} puts npm's @kubernetes-models/keda. */
  private static final Path KEDA = Path.of("target", "keda", "node_modules");

  private static final Path KEDA_SCRIPT = Path.of("src/test/resources/kubernetes/keda.mjs");
  private static final String MODELS = "io.kubernetes.client.openapi.models.V1";
  private final Map<String, String> strimzi = new HashMap<>();

  /** Makes Strimzi's schemas, which takes some seconds. */
  Validation(Path folder) throws IOException, InterruptedException {
    Map<String, Class<?>> types = new HashMap<>();
    Stream.of(Kafka.class, KafkaNodePool.class, KafkaTopic.class, KafkaUser.class)
        .forEach(type -> types.put(type.getSimpleName(), type));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.strimzi.crdgenerator.CrdGenerator"));
    types.forEach((kind, type) -> command.add(type.getName() + "=" + folder.resolve(kind)));
    Process generator =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (generator.waitFor() != 0) throw new IOException(Files.readString(folder.resolve("log")));
    for (String kind : types.keySet()) strimzi.put(kind, strict(folder.resolve(kind)));
  }

  static boolean knowsKeda() {
    return Files.isDirectory(KEDA);
  }

  List<String> problems(JsonNode resource) throws Exception {
    String group = resource.path("apiVersion").asText();
    if (group.startsWith("kafka.strimzi.io/")) return strimzi(resource);
    if (group.startsWith("keda.sh/")) return keda(resource);
    return kubernetes(resource);
  }

  private static List<String> kubernetes(JsonNode resource) throws Exception {
    JsonElement given = JsonParser.parseString(resource.toString());
    Class<?> model = Class.forName(MODELS + resource.path("kind").asText());
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, given);
      Gson gson = JSON.getGson();
      JsonNode back = Json.mapper().readTree(gson.toJson(gson.fromJson(given, model)));
      return bare(back).equals(bare(resource)) ? List.of() : List.of("is read as " + back);
    } catch (InvocationTargetException e) {
      return List.of(String.valueOf(e.getCause()));
    } catch (RuntimeException e) {
      return List.of(String.valueOf(e));
    }
  }

  /** Without what is empty: the models make a list of nothing where none was given. */
  private static JsonNode bare(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode kept = Json.mapper().createObjectNode();
      object
          .properties()
          .forEach(
              entry -> {
                JsonNode value = bare(entry.getValue());
                if (value.isValueNode() || !value.isEmpty()) kept.set(entry.getKey(), value);
              });
      return kept;
    }
    if (!node.isArray()) return node;
    ArrayNode kept = Json.mapper().createArrayNode();
    node.forEach(element -> kept.add(bare(element)));
    return kept;
  }

  private List<String> strimzi(JsonNode resource) {
    String schema = strimzi.get(resource.path("kind").asText());
    if (schema == null) return List.of("unknown kind " + resource.path("kind"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema, InputFormat.JSON)
        .validate(resource.toString(), InputFormat.JSON)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static List<String> keda(JsonNode resource) throws IOException, InterruptedException {
    if (!knowsKeda()) return List.of();
    Process node =
        new ProcessBuilder("node", KEDA_SCRIPT.toString(), KEDA.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    try (var in = node.getOutputStream()) {
      in.write(resource.toString().getBytes(UTF_8));
    }
    List<String> lines = new String(node.getInputStream().readAllBytes(), UTF_8).lines().toList();
    return node.waitFor() == 0 ? lines : List.of("node failed: " + lines);
  }

  /** The schema of version v1, in which nothing unknown is let through. */
  private static String strict(Path crd) throws IOException {
    for (JsonNode version : Json.mapper().readTree(crd.toFile()).at("/spec/versions")) {
      if (!version.path("name").asText().equals("v1")) continue;
      JsonNode schema = version.at("/schema/openAPIV3Schema");
      for (JsonNode part : schema.path("properties")) close(part);
      return schema.toString();
    }
    throw new IOException("no version v1 in " + crd);
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && schema.has("properties")
        && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
      object.put("additionalProperties", false);
    }
    StreamSupport.stream(schema.spliterator(), false).forEach(Validation::close);
  }
}
