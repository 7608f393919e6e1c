package io.slugline.enrich.name.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/** Gathers what is known of words, column by column, and writes it as the lexicon's file. */
public final class LexiconBuilder {
  private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

  /** Adds a column: a value for each word that has one. */
  public LexiconBuilder column(String name, Map<String, String> values) {
    columns.put(name, values);
    return this;
  }

  public void write(OutputStream stream) throws IOException {
    TreeSet<String> words = new TreeSet<>();
    columns.values().forEach(column -> words.addAll(column.keySet()));
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(stream, 1 << 16), 1 << 16))) {
      out.writeInt(words.size());
      writeWords(words, out);
      out.writeInt(columns.size());
      for (Map.Entry<String, Map<String, String>> column : columns.entrySet()) {
        writeColumn(column.getKey(), column.getValue(), words, out);
      }
    }
  }

  private static void writeWords(TreeSet<String> words, DataOutputStream out) throws IOException {
    String before = "";
    for (String word : words) {
      int shared = 0;
      int most = Math.min(255, Math.min(before.length(), word.length()));
      while (shared < most && before.charAt(shared) == word.charAt(shared)) shared++;
      out.writeByte(shared);
      out.writeUTF(word.substring(shared));
      before = word;
    }
  }

  private static void writeColumn(
      String name, Map<String, String> column, TreeSet<String> words, DataOutputStream out)
      throws IOException {
    List<String> values = new ArrayList<>(new TreeSet<>(column.values()));
    Map<String, Integer> numbers = new HashMap<>();
    for (int at = 0; at < values.size(); at++) numbers.put(values.get(at), at + 1);
    out.writeUTF(name);
    out.writeInt(values.size() + 1);
    out.writeUTF("");
    for (String value : values) out.writeUTF(value);
    for (String word : words) {
      String value = column.get(word);
      out.writeChar(value == null ? 0 : numbers.get(value));
    }
  }
}
