package io.slugline.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Json;
import io.slugline.contract.RawArticle;
import io.slugline.deploy.command.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bench works on.
 *
 * @param in articles, JSON Lines, gzipped or not
 * @param articles how many of them at most
 * @param watches how many watches (match, match-growth, pipeline); 0 for as many as is usual there
 * @param compared on how many articles answers are compared with the reference's (match)
 * @param window how many articles the grouper holds (stories)
 * @param load how long too much comes (overload)
 * @param chart where a picture of it goes (overload)
 */
record BenchInput(
    Path in,
    int articles,
    int watches,
    int compared,
    int window,
    Duration load,
    @Nullable Path chart) {

  /** So many articles of a file, and nothing else. */
  static BenchInput of(Path in, int articles) {
    return new BenchInput(in, articles, 0, 0, 0, Duration.ZERO, null);
  }

  /** The articles' lines as they stand in the file. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = TextFile.open(in)) {
      for (String line = reader.readLine();
          line != null && lines.size() < articles;
          line = reader.readLine()) {
        if (!line.isBlank()) lines.add(line);
      }
    }
    if (lines.isEmpty()) throw new IOException("no articles in " + in);
    return lines;
  }

  int watchesOr(int usual) {
    return watches == 0 ? usual : watches;
  }

  /** A line as ingest would put it on {@code articles.raw}. */
  static RawArticle raw(String line, int number) {
    return raw(line, number, Instant.EPOCH.plusSeconds(number));
  }

  static RawArticle raw(String line, int number, Instant arrivedAt) {
    return new RawArticle(
        "bench-" + number,
        line.getBytes(StandardCharsets.UTF_8),
        "application/json",
        null,
        "UTF-8",
        "bench",
        "bench.jsonl",
        arrivedAt,
        false,
        Map.of());
  }

  static ObjectNode figures(String reference, double ratio) {
    ObjectNode figures = Json.mapper().createObjectNode();
    figures.put("reference", reference);
    figures.put("ratio", rounded(ratio));
    return figures;
  }

  /** Four significant digits: more would be noise. */
  static double rounded(double value) {
    if (value == 0 || !Double.isFinite(value)) return value;
    return new java.math.BigDecimal(value).round(new java.math.MathContext(4)).doubleValue();
  }
}
