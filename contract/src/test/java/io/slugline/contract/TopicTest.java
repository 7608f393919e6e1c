package io.slugline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written once can be read for ever, and what is written now is as promised. */
class TopicTest {
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<Topic<?>> jsonTopics() {
    return Topics.all().stream()
        .filter(topic -> topic != Topics.ARTICLES_RAW && topic != Topics.DEAD_LETTERS);
  }

  @ParameterizedTest
  @MethodSource("jsonTopics")
  void everyShapeThatWasEverWrittenIsReadWithoutLoss(Topic<?> topic) throws IOException {
    List<Path> examples = Examples.of(topic);

    assertThat(examples).isNotEmpty();
    for (Path example : examples) {
      JsonNode stored = Json.mapper().readTree(Files.readString(example));
      JsonNode again = Json.mapper().readTree(written(topic, stored, new RecordHeaders()));
      stored
          .properties()
          .forEach(
              field ->
                  assertThat(again.get(field.getKey()))
                      .as("%s: %s", example, field.getKey())
                      .isEqualTo(field.getValue()));
    }
  }

  @ParameterizedTest
  @MethodSource("jsonTopics")
  void whatIsWrittenFitsThePublishedSchema(Topic<?> topic) throws IOException {
    String schema =
        Files.readString(Path.of("src/main/resources/schemas", Schemas.nameOf(topic.type())));

    for (Path example : Examples.of(topic)) {
      JsonNode stored = Json.mapper().readTree(Files.readString(example));
      String now = new String(written(topic, stored, new RecordHeaders()), StandardCharsets.UTF_8);

      assertThat(schemas.getSchema(schema, InputFormat.JSON).validate(now, InputFormat.JSON))
          .as(example.toString())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("jsonTopics")
  void everyRecordCarriesCloudEventsAttributes(Topic<?> topic) throws IOException {
    Headers headers = new RecordHeaders();

    written(topic, Json.mapper().readTree(Files.readString(Examples.of(topic).get(0))), headers);

    Map<String, String> attributes = text(headers);
    assertThat(attributes)
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", "io.slugline." + topic.type().getSimpleName() + ".v1")
        .containsEntry("ce_dataschema", Schemas.nameOf(topic.type()))
        .containsEntry("content-type", "application/json")
        .containsKeys("ce_id", "ce_source", "ce_subject", "ce_time");
  }

  static Map<String, String> text(Headers headers) {
    Map<String, String> text = new TreeMap<>();
    headers.forEach(h -> text.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return text;
  }

  private static <V> byte[] written(Topic<V> topic, JsonNode stored, Headers headers) {
    byte[] bytes = stored.toString().getBytes(StandardCharsets.UTF_8);
    V record = topic.valueSerde().deserializer().deserialize(topic.name(), headers, bytes);
    return Objects.requireNonNull(
        topic.valueSerde().serializer().serialize(topic.name(), headers, record));
  }
}
