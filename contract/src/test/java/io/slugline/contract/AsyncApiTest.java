package io.slugline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  @Test
  void theDocumentTellsOfEveryTopic() throws IOException {
    ObjectNode document = head();
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");

    for (Topic<?> topic : Topics.all()) {
      channels.set(id(topic), channel(topic));
      messages.set(id(topic), message(topic));
      operations.set("send-" + id(topic), operation(topic));
    }

    Published.at("asyncapi.json").mustBe(document);
  }

  @Test
  void everySchemaThatItNamesIsThere() throws IOException {
    for (String reference : Published.at("asyncapi.json").read().findValuesAsText("$ref")) {
      if (reference.startsWith("#")) continue;
      assertThat(Files.exists(Path.of("src/main/resources").resolve(reference)))
          .as(reference)
          .isTrue();
    }
  }

  private static ObjectNode head() {
    ObjectNode document = Json.mapper().createObjectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Slugline")
        .put("version", "1")
        .put(
            "description",
            "Raw articles in, one alert for each story out. CloudEvents 1.0 attributes stand in the"
                + " headers (Kafka binary mode), beside a W3C traceparent that is the article's.")
        .putObject("license")
        .put("name", "Apache-2.0");
    return document.put("defaultContentType", "application/json");
  }

  private static ObjectNode channel(Topic<?> topic) {
    ObjectNode channel =
        Json.mapper()
            .createObjectNode()
            .put("address", topic.name())
            .put(
                "description",
                topic.compacted()
                    ? "Keeps the latest record of each key."
                    : "Keeps records for " + topic.retention().toDays() + " days.");
    channel
        .putObject("messages")
        .putObject(id(topic))
        .put("$ref", "#/components/messages/" + id(topic));
    channel.putObject("bindings").putObject("kafka").put("partitions", topic.partitions());
    return channel;
  }

  private static ObjectNode message(Topic<?> topic) {
    ObjectNode message = Json.mapper().createObjectNode().put("name", topic.type().getSimpleName());
    message
        .putObject("bindings")
        .putObject("kafka")
        .putObject("key")
        .put("type", "string")
        .put("description", topic.key());
    if (topic == Topics.DEAD_LETTERS) {
      return message.put("contentType", "application/octet-stream");
    }
    String reference = "schemas/" + Schemas.nameOf(topic.type());
    boolean raw = topic == Topics.ARTICLES_RAW;
    message.putObject(raw ? "headers" : "payload").put("$ref", reference);
    return message.put("contentType", raw ? "application/octet-stream" : "application/json");
  }

  private static ObjectNode operation(Topic<?> topic) {
    ObjectNode operation = Json.mapper().createObjectNode().put("action", "send");
    operation.putObject("channel").put("$ref", "#/channels/" + id(topic));
    return operation;
  }

  /** AsyncAPI's ids hold no dots. */
  private static String id(Topic<?> topic) {
    return topic.name().replace('.', '-');
  }
}
