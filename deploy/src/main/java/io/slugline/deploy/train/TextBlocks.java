package io.slugline.deploy.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.enrich.text.BlockTraining;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns which blocks of a web page are its article. */
@Command(
    name = "text-blocks",
    mixinStandardHelpOptions = true,
    description =
        "Learns which blocks of a page are its article, from pages with their clean text.")
final class TextBlocks implements Callable<Integer> {

  @Option(
      names = "--in",
      required = true,
      description = "pages, gzipped JSON Lines as of eval text")
  private List<Path> in = List.of();

  @Option(names = "--out", required = true, description = "folder of blocks-1.txt and blocks-2.txt")
  private Path out = Path.of("");

  @Option(
      names = "--half",
      defaultValue = "-1",
      description = "take only pages of this half, 0 or 1")
  private int half;

  @Option(
      names = "--name",
      defaultValue = "page-model/1",
      description = "name and version of the models")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    BlockTraining training = new BlockTraining();
    for (Path file : in) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode page = Json.mapper().readTree(line);
          if (!Half.has(half, page.path("id").asText())) continue;
          training.add(page.path("html").asText(), page.path("gold").asText());
        }
      }
    }
    BlockTraining.Models models = training.train(name);
    Files.write(out.resolve("blocks-1.txt"), models.first());
    Files.write(out.resolve("blocks-2.txt"), models.second());
    return 0;
  }
}
