package io.slugline.enrich.gazetteer.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The lists a gazetteer is made from: JSON Lines, gzipped or not. */
final class Lists {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  Lists(Path folder) {
    this.folder = folder;
  }

  List<JsonNode> read(String file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    forEach(folder.resolve(file), rows::add);
    return rows;
  }

  static void forEach(Path file, Consumer<JsonNode> row) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) row.accept(JSON.readTree(line));
      }
    }
  }

  /** The field's text, empty when there is none. */
  static String text(JsonNode row, String field) {
    return row.path(field).asText("").equals("null") ? "" : row.path(field).asText("").strip();
  }

  static List<String> texts(JsonNode row, String field) {
    List<String> texts = new ArrayList<>();
    row.path(field).forEach(text -> texts.add(text.asText().strip()));
    return texts;
  }
}
