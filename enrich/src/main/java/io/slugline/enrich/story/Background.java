package io.slugline.enrich.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** How rare a word is in news at large: in how many articles of a large sample it stands. */
final class Background {
  private final double documents;
  private final Map<String, Integer> counts;

  private Background(double documents, Map<String, Integer> counts) {
    this.documents = documents;
    this.counts = counts;
  }

  /** The counts that ship for a language; none for a language without. */
  static Background load(String language) {
    String name = "background-" + language + ".tsv.gz";
    try (InputStream in = Background.class.getResourceAsStream(name)) {
      return in == null ? new Background(0, Map.of()) : read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static Background read(InputStream in) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    Map<String, Integer> counts = new HashMap<>(1 << 17);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int tab = line.indexOf('\t');
      counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
    }
    Integer documents = counts.remove("");
    if (documents == null) throw new IOException("no line for the number of documents");
    return new Background(documents, counts);
  }

  /** The word's inverse document frequency. Without counts, long words pass for rare ones. */
  double rarity(String word) {
    if (documents == 0) return Math.min(8, 1 + .8 * word.length());
    int count = counts.getOrDefault(word, 1);
    return Math.log((documents + 1) / (count + 1));
  }
}
