package io.slugline.deploy.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.deploy.command.TextFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labelled items of one evaluation and the place for its predictions.
 *
 * @param in JSON Lines, gzipped or not
 * @param pairs judged pairs, for the tasks that take them
 * @param watches a watch list, for the task that runs one
 * @param labels the data's name of a watch to ours
 * @param peers whether other people's programs are to be scored beside ours
 */
record EvalData(
    Path in,
    @Nullable Path out,
    @Nullable Path pairs,
    @Nullable Path watches,
    Map<String, String> labels,
    boolean peers) {

  /** What is done with one item; what it returns is written as the item's prediction. */
  interface Step {
    ObjectNode predict(JsonNode item) throws IOException;
  }

  /** Runs the step on every item in the file's order, and tells how many there were. */
  int forEach(Step step) throws IOException {
    int items = 0;
    try (BufferedReader reader = TextFile.open(in);
        BufferedWriter writer = out == null ? null : Files.newBufferedWriter(out)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank()) continue;
        ObjectNode prediction = step.predict(Json.mapper().readTree(line));
        if (writer != null) writer.append(prediction.toString()).append('\n');
        items++;
      }
    }
    return items;
  }

  /** Writes the predictions of a task that knows them only in the end. */
  void write(List<ObjectNode> predictions) throws IOException {
    if (out == null) return;
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (ObjectNode prediction : predictions) writer.append(prediction.toString()).append('\n');
    }
  }

  /** Every line of a file of JSON Lines. */
  static List<JsonNode> read(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader = TextFile.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) lines.add(Json.mapper().readTree(line));
      }
    }
    return lines;
  }
}
