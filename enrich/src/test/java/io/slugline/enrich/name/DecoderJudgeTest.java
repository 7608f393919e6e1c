package io.slugline.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** OpenNLP's own reader of the same model file as judge of ours. */
class DecoderJudgeTest {
  private static final Path NEWS = Path.of("../../shared/data/load/articles.jsonl.gz");
  private static final int TEXTS = 240;

  @Test
  void theFastDecoderFindsTheNamesThatOpenNlpFindsInEverySentence() throws IOException {
    List<String> texts = texts();

    Map<String, Double> race = new DecoderRace().apply(texts);

    assertThat(race).containsEntry("texts", 120.0).containsEntry("different", 0.0);
  }

  private static List<String> texts() throws IOException {
    assumeThat(NEWS).as("news of ../shared").exists();
    List<String> texts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(NEWS)), StandardCharsets.UTF_8))) {
      while (texts.size() < TEXTS) {
        texts.add(json.readTree(reader.readLine()).get("text").asText());
      }
    }
    return texts;
  }
}
