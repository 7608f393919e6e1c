package io.slugline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A published document that is made from code, and must be the one that is checked in. */
record Published(Path file) {
  private static final Path RESOURCES = Path.of("src/main/resources");

  static Published at(String name) {
    return new Published(RESOURCES.resolve(name));
  }

  /** Compares; with {@code -Dslugline.publish=true} writes the file anew first. */
  void mustBe(JsonNode made) throws IOException {
    String text =
        Json.mapper().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(made) + "\n";
    if (Boolean.getBoolean("slugline.publish")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(file)
        .as("made from the records; -Dslugline.publish=true writes it anew")
        .hasContent(text);
  }

  JsonNode read() throws IOException {
    return Json.mapper().readTree(Files.readString(file));
  }
}
