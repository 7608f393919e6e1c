package io.slugline.deploy.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.enrich.story.Featurizer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts in how many articles each word stands: single words and nothing else. */
@Command(
    name = "story-background",
    mixinStandardHelpOptions = true,
    description = "Counts in how many articles of a sample each word stands.")
final class StoryBackground implements Callable<Integer> {

  @Option(names = "--in", required = true, description = "articles, gzipped JSON Lines")
  private Path in = Path.of("");

  @Option(names = "--out", required = true, description = "background-LANGUAGE.tsv.gz")
  private Path out = Path.of("");

  @Option(
      names = "--least",
      defaultValue = "4",
      description = "words of fewer articles are left out")
  private int least;

  @Override
  public Integer call() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    int documents = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(in)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = Json.mapper().readTree(line);
        String text = article.path("title").asText("") + '\n' + article.path("text").asText();
        for (String word : Featurizer.words(text)) counts.merge(word, 1, Integer::sum);
        documents++;
      }
    }
    write(documents, counts);
    return 0;
  }

  private void write(int documents, Map<String, Integer> counts) throws IOException {
    try (BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8))) {
      writer.append("\t").append(String.valueOf(documents)).append('\n');
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        if (entry.getValue() < least) continue;
        writer.append(entry.getKey()).append('\t').append(entry.getValue().toString());
        writer.append('\n');
      }
    }
  }
}
