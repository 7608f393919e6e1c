package io.slugline.enrich.text;

import java.nio.ByteBuffer;

/**
 * A line of a source.
 *
 * @param articles how many it was in
 * @param first number of the first of them
 * @param last number of the last of them
 * @param text what it says; empty as long as it was in few
 */
record SeenLine(int articles, int first, int last, String text) {
  private static final int FEWEST = 3;
  private static final int RARE = 60;

  static SeenLine once(int article) {
    return new SeenLine(1, article, article, "");
  }

  static SeenLine of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new SeenLine(buffer.getInt(), buffer.getInt(), buffer.getInt(), LineForm.rest(buffer));
  }

  byte[] toBytes() {
    return LineForm.bytes(articles, first, last, text);
  }

  SeenLine again(int article, String line) {
    return new SeenLine(articles + 1, first, article, articles + 1 < FEWEST ? "" : line);
  }

  boolean isRepeated(int article) {
    return articles >= Math.max(FEWEST, (article - first + 1) / RARE);
  }
}
