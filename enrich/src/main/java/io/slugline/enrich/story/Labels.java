package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the weightiest words and phrases of an article look like, to show why it was grouped. Only
 * the article that arrives has them: what it shares with another stands in both.
 *
 * @param keys ascending
 * @param words one for each key
 */
record Labels(int[] keys, String[] words) {
  static final Labels NONE = new Labels(new int[0], new String[0]);

  /** How the key's words look; empty when they are not known. */
  String of(int key) {
    int found = Arrays.binarySearch(keys, key);
    return found < 0 ? "" : words[found];
  }

  int bytes() {
    int bytes = 2;
    for (String word : words) bytes += 5 + utf8(word).length;
    return bytes;
  }

  void write(ByteBuffer to) {
    to.putShort((short) keys.length);
    for (int i = 0; i < keys.length; i++) {
      byte[] word = utf8(words[i]);
      to.putInt(keys[i]).put((byte) word.length).put(word);
    }
  }

  static Labels read(ByteBuffer from) {
    int size = from.getShort();
    if (size == 0) return NONE;
    int[] keys = new int[size];
    String[] words = new String[size];
    for (int i = 0; i < size; i++) {
      keys[i] = from.getInt();
      byte[] word = new byte[from.get() & 0xff];
      from.get(word);
      words[i] = new String(word, StandardCharsets.UTF_8);
    }
    return new Labels(keys, words);
  }

  private static byte[] utf8(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= 120 ? bytes : Arrays.copyOf(bytes, 120);
  }
}
