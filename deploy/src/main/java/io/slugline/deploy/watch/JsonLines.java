package io.slugline.deploy.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.deploy.command.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of JSON Lines, gzipped or not, read line by line. */
final class JsonLines {
  private JsonLines() {}

  static void forEach(Path file, Consumer<JsonNode> taker) throws IOException {
    try (BufferedReader reader = TextFile.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) taker.accept(Json.mapper().readTree(line));
      }
    }
  }
}
