package io.slugline.enrich.name;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of words from large texts: clusters, parts of speech, case, lists of names. Kept as
 * columns of small numbers under the words' 64-bit keys.
 */
final class Lexicon {
  /** Bits of each column's values come from the file; the names of values too. */
  record Column(String name, String[] values, char[] numbers) {}

  private final long[] keys;
  private final int[] rows;
  private final Column[] columns;

  private Lexicon(long[] keys, int[] rows, Column[] columns) {
    this.keys = keys;
    this.rows = rows;
    this.columns = columns;
  }

  /** A lexicon that knows nothing. */
  static Lexicon empty() {
    return new Lexicon(new long[2], new int[2], new Column[0]);
  }

  /**
   * Reads what the training wrote: for each word how many units it shares with the word before and
   * the rest of it; then for each column its values and a number for each word, 0 for none.
   */
  static Lexicon read(InputStream stream) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(stream, 1 << 16), 1 << 16))) {
      int size = in.readInt();
      int slots = Integer.highestOneBit(Math.max(1, size)) * 4;
      long[] keys = new long[slots];
      int[] rows = new int[slots];
      StringBuilder word = new StringBuilder();
      for (int row = 0; row < size; row++) {
        word.setLength(in.readUnsignedByte());
        word.append(in.readUTF());
        int slot = slot(keys, Hashes.of(word));
        keys[slot] = Hashes.of(word);
        rows[slot] = row;
      }
      Column[] columns = new Column[in.readInt()];
      for (int column = 0; column < columns.length; column++) columns[column] = column(in, size);
      return new Lexicon(keys, rows, columns);
    }
  }

  private static Column column(DataInputStream in, int size) throws IOException {
    String name = in.readUTF();
    String[] values = new String[in.readInt()];
    for (int value = 0; value < values.length; value++) values[value] = in.readUTF();
    char[] numbers = new char[size];
    for (int row = 0; row < size; row++) numbers[row] = in.readChar();
    return new Column(name, values, numbers);
  }

  private static int slot(long[] keys, long key) {
    int slot = (int) key & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
    return slot;
  }

  private int row(String word) {
    long key = Hashes.of(word);
    int slot = slot(keys, key);
    return keys[slot] == key ? rows[slot] : -1;
  }

  /** Sets what is known: of the word as written, else as "Cairo" for "CAIRO", else as small. */
  void describe(String word, String lower, @Nullable String[] traits) {
    int exact = row(word);
    int capitalised = isCapitals(word) ? row(word.charAt(0) + lower.substring(1)) : -1;
    int folded = word.equals(lower) ? -1 : row(lower);
    for (Column column : columns) {
      String value = value(column, exact);
      if (value == null) value = value(column, capitalised);
      if (value == null) value = value(column, folded);
      if (value != null) set(column.name(), value, traits);
    }
  }

  /** Four capitals or more: fewer are letters that stand for words. */
  private static boolean isCapitals(String word) {
    return word.length() > 3 && word.chars().allMatch(Character::isUpperCase);
  }

  private static @Nullable String value(Column column, int row) {
    if (row < 0) return null;
    int number = column.numbers()[row];
    return number == 0 ? null : column.values()[number];
  }

  private static void set(String column, String value, @Nullable String[] traits) {
    switch (column) {
      case "brown" -> {
        WordTraits.set(traits, Attribute.BROWN4, prefix(value, 4));
        WordTraits.set(traits, Attribute.BROWN6, prefix(value, 6));
        WordTraits.set(traits, Attribute.BROWN10, prefix(value, 10));
        WordTraits.set(traits, Attribute.BROWN, value);
      }
      case "vector" -> {
        WordTraits.set(traits, Attribute.VECTOR1, prefix(value, 2));
        WordTraits.set(traits, Attribute.VECTOR2, prefix(value, 3));
        WordTraits.set(traits, Attribute.VECTOR3, value);
      }
      case "tags" -> WordTraits.set(traits, Attribute.TAGS, value);
      case "case" -> WordTraits.set(traits, Attribute.CASE, value);
      default -> throw new IllegalArgumentException("lexicon with unknown column " + column);
    }
  }

  private static String prefix(String path, int length) {
    return path.length() <= length ? path : path.substring(0, length);
  }
}
