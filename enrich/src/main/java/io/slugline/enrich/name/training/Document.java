package io.slugline.enrich.name.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.contract.MentionType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A text with the names that people marked in it. */
public record Document(String id, String text, List<Marked> names) {

  public record Marked(int start, int end, MentionType type) {}

  public Document {
    names = List.copyOf(names);
  }

  public static List<Document> read(Path file) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) documents.add(of(Json.mapper().readTree(line)));
      }
    }
    return documents;
  }

  private static Document of(JsonNode line) {
    List<Marked> names = new ArrayList<>();
    for (JsonNode mention : line.path("mentions")) {
      switch (mention.path("type").asText()) {
        case "PERSON", "ORGANIZATION", "LOCATION" ->
            names.add(
                new Marked(
                    mention.get("start").asInt(),
                    mention.get("end").asInt(),
                    MentionType.valueOf(mention.get("type").asText())));
        default -> {}
      }
    }
    return new Document(line.path("id").asText(), line.path("text").asText(), names);
  }

  /** The same in capitals, as some headlines and datelines are. */
  public Document inCapitals() {
    StringBuilder capitals = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      capitals.setCharAt(at, Character.toUpperCase(text.charAt(at)));
    }
    return new Document(id + "-capitals", capitals.toString(), names);
  }

  /** The same with a capital on each word, as other headlines are. */
  public Document inTitleCase() {
    StringBuilder title = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      boolean begins = at == 0 || text.charAt(at - 1) == ' ';
      if (begins) title.setCharAt(at, Character.toUpperCase(text.charAt(at)));
    }
    return new Document(id + "-title", title.toString(), names);
  }
}
