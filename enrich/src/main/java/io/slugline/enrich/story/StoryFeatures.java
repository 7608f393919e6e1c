package io.slugline.enrich.story;

import java.nio.ByteBuffer;

/**
 * What the grouper needs to know of one article: made of the article alone, in parallel, and small.
 *
 * @param length words of title and body
 * @param text the weightiest words of the title and the beginning of the body
 * @param title words of the title; empty when it has none
 * @param names words written with a capital within a sentence, and linked entities
 * @param phrases pairs of neighbouring words, the rare ones
 * @param numbers figures as written
 * @param sketch runs of three words, to find copies
 * @param labels how the weightiest of all these look
 */
public record StoryFeatures(
    int length,
    Terms text,
    Terms title,
    Sparse names,
    Sparse phrases,
    Sparse numbers,
    Sketch sketch,
    Labels labels) {
  private static final byte FORM = 2;
  private static final int SHOWN = 16;

  /**
   * The same without what only an arriving article needs.
   *
   * @param dated where times are known, names and pairs of words are kept to show, not to compare
   */
  StoryFeatures kept(boolean dated) {
    return new StoryFeatures(
        length,
        text,
        title,
        dated ? names.heaviest(SHOWN) : names,
        dated ? phrases.heaviest(SHOWN) : phrases,
        numbers,
        sketch,
        Labels.NONE);
  }

  /** Byte form, as it crosses the repartition and lies in the store. */
  public byte[] toBytes() {
    int size = 5 + text.bytes() + title.bytes() + names.bytes() + phrases.bytes() + numbers.bytes();
    ByteBuffer to = ByteBuffer.allocate(size + sketch.bytes() + labels.bytes());
    to.put(FORM).putInt(length);
    text.write(to);
    title.write(to);
    names.write(to);
    phrases.write(to);
    numbers.write(to);
    sketch.write(to);
    labels.write(to);
    return to.array();
  }

  /** From the byte form. */
  public static StoryFeatures fromBytes(byte[] bytes) {
    return read(ByteBuffer.wrap(bytes));
  }

  static StoryFeatures read(ByteBuffer from) {
    Form.mustBe(FORM, from.get());
    return new StoryFeatures(
        from.getInt(),
        Terms.read(from),
        Terms.read(from),
        Sparse.read(from),
        Sparse.read(from),
        Sparse.read(from),
        Sketch.read(from),
        Labels.read(from));
  }
}
