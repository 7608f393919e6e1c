package io.slugline.enrich.name.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The word lists of nlp4j-english as they lie in its jar, unpacked. */
public record LexiconSources(Path folder, WordCounts counts) {
  private static final String BROWN = "en-brown-clusters-simplified-lowercase";
  private static final String VECTORS = "en-word-embeddings-undigitalized";
  private static final String TAGS = "en-ambiguity-classes-simplified";

  public Map<String, String> brown() throws IOException {
    Map<String, String> longest = new HashMap<>();
    for (Map.Entry<?, ?> entry : read(BROWN).entrySet()) {
      String word = (String) entry.getKey();
      if (!isWord(word)) continue;
      ((Collection<?>) entry.getValue())
          .stream()
              .map(String.class::cast)
              .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
              .ifPresent(path -> longest.put(word, path));
    }
    return longest;
  }

  public Map<String, String> vectors() throws IOException {
    Map<?, ?> vectors = read(VECTORS);
    List<String> words = new ArrayList<>();
    for (Object word : vectors.keySet()) {
      if (isWord((String) word)) words.add((String) word);
    }
    words.sort(Comparator.<String>comparingInt(counts::of).reversed().thenComparing(word -> word));
    List<float[]> ordered = new ArrayList<>();
    for (String word : words) ordered.add((float[]) vectors.get(word));
    String[] paths = new WordVectors(ordered).paths();
    Map<String, String> clusters = new HashMap<>();
    for (int at = 0; at < paths.length; at++) clusters.put(words.get(at), paths[at]);
    return clusters;
  }

  public Map<String, String> tags() throws IOException {
    Map<String, String> tags = new HashMap<>();
    for (Map.Entry<?, ?> entry : read(TAGS).entrySet()) {
      String word = (String) entry.getKey();
      if (!isWord(word)) continue;
      TreeSet<String> classes = new TreeSet<>();
      ((Collection<?>) entry.getValue()).forEach(tag -> classes.add((String) tag));
      tags.put(word, String.join("+", classes));
    }
    return tags;
  }

  private static boolean isWord(String word) {
    if (word.isEmpty() || word.length() > 24) return false;
    return word.length() == 1 || Character.isLetter(word.charAt(0)) && word.indexOf('|') < 0;
  }

  private Map<?, ?> read(String file) throws IOException {
    try (ObjectInputStream in =
        new ObjectInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve(file)), 1 << 20))) {
      return (Map<?, ?>) in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("cannot read " + file, e);
    }
  }
}
