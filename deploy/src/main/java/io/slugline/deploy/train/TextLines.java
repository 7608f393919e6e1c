package io.slugline.deploy.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.enrich.text.LineTraining;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns which lines of a text without markup are noise. */
@Command(
    name = "text-lines",
    mixinStandardHelpOptions = true,
    description = "Learns which lines of a text are noise, from labelled lines.")
final class TextLines implements Callable<Integer> {

  @Option(
      names = "--in",
      required = true,
      description = "lines, gzipped JSON Lines as of eval noise")
  private Path in = Path.of("");

  @Option(names = "--out", required = true, description = "folder of lines.txt and line-words.txt")
  private Path out = Path.of("");

  @Option(
      names = "--half",
      defaultValue = "-1",
      description = "take only sources of this half, 0 or 1")
  private int half;

  @Option(
      names = "--name",
      defaultValue = "line-model/1",
      description = "name and version of the model")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    LineTraining training = new LineTraining();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(in)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(training, Json.mapper().readTree(line));
      }
    }
    LineTraining.Model model = training.train(name);
    Files.write(out.resolve("line-words.txt"), model.words());
    Files.write(out.resolve("lines.txt"), model.trees());
    return 0;
  }

  private void add(LineTraining training, JsonNode item) {
    String source = item.path("source").asText();
    if (!Half.has(half, source)) return;
    List<String> lines = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (JsonNode line : item.path("lines")) {
      lines.add(line.path("t").asText());
      labels.add(line.path("label").asText());
    }
    training.add(source, item.path("title").asText(), lines, labels);
  }
}
