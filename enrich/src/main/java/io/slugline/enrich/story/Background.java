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

/**
 * How rare a word is in news at large: in how many articles of a large sample it stands. Words are
 * known by their hashes, so that looking one up costs one read of memory.
 */
final class Background {
  private static final int COUNT_BITS = 16;
  private static final long COUNT = (1 << COUNT_BITS) - 1;

  /** Upper bits of a word's hash, and its count; 0 where there is none. */
  private final long[] words;

  private final double[] rarities;

  /**
   * @param words by hash, with their counts
   * @param rarities by count
   */
  private Background(Map<Long, Integer> words, double[] rarities) {
    this.words = new long[Math.max(1, Integer.highestOneBit(words.size()) * 4)];
    this.rarities = rarities;
    words.forEach((hash, count) -> this.words[slot(hash)] = hash & ~COUNT | count);
  }

  /** The counts that ship for a language; none for a language without. */
  static Background load(String language) {
    String name = "background-" + language + ".tsv.gz";
    try (InputStream in = Background.class.getResourceAsStream(name)) {
      return in == null ? new Background(Map.of(), new double[0]) : read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static Background read(InputStream in) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    Map<Long, Integer> words = new HashMap<>(1 << 17);
    int documents = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int tab = line.indexOf('\t');
      int count = Integer.parseInt(line.substring(tab + 1));
      if (tab == 0) documents = count;
      else words.put(Bag.hashed(line.substring(0, tab)), count);
    }
    if (documents == 0) throw new IOException("no line for the number of documents");
    return new Background(words, rarities(documents));
  }

  private static double[] rarities(double documents) {
    double[] rarities = new double[(int) documents + 1];
    for (int i = 0; i < rarities.length; i++) rarities[i] = Math.log((documents + 1) / (i + 1));
    return rarities;
  }

  private int slot(long hash) {
    int slot = Bag.key(hash) & words.length - 1;
    while (words[slot] != 0 && (words[slot] ^ hash) >>> COUNT_BITS != 0)
      slot = slot + 1 & words.length - 1;
    return slot;
  }

  /**
   * The word's inverse document frequency. Without counts, long words pass for rare ones.
   *
   * @param hash of {@link Bag#hashed}
   */
  double rarity(long hash, String word) {
    if (rarities.length == 0) return Math.min(8, 1 + .8 * word.length());
    long found = words[slot(hash)];
    return rarities[found == 0 ? 1 : (int) (found & COUNT)];
  }
}
