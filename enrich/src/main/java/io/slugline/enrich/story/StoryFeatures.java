package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the grouper needs to know of one article: made of the article alone, in parallel, and small.
 * It stays in its byte form, and a part is read when somebody asks for it: of the many articles
 * that an arriving one is held against, most are asked for one part or two.
 */
public final class StoryFeatures {
  private static final byte FORM = 2;
  private static final int SHOWN = 16;
  private static final int HEAD = 1 + Integer.BYTES;

  /** Text, title, names, phrases and numbers; all of these are written alike. */
  private static final int VECTORS = 5;

  private final ByteBuffer form;
  private final int[] starts = new int[VECTORS + 2];
  private @Nullable Terms text;
  private @Nullable Terms title;
  private @Nullable Sparse names;

  private StoryFeatures(ByteBuffer form) {
    this.form = form;
    starts[0] = HEAD;
    for (int i = 0; i < VECTORS; i++) starts[i + 1] = starts[i] + Sparse.bytes(form, starts[i]);
    starts[VECTORS + 1] = starts[VECTORS] + Sketch.bytes(form, starts[VECTORS]);
  }

  /** Of its parts. */
  static StoryFeatures of(
      int length, Terms text, Terms title, Sparse[] names, Sketch sketch, Labels labels) {
    int size = HEAD + text.bytes() + title.bytes() + sketch.bytes() + labels.bytes();
    for (Sparse vector : names) size += vector.bytes();
    ByteBuffer to = ByteBuffer.allocate(size).put(FORM).putInt(length);
    text.write(to);
    title.write(to);
    for (Sparse vector : names) vector.write(to);
    sketch.write(to);
    labels.write(to);
    return new StoryFeatures(to);
  }

  /** Byte form, as it crosses the repartition and lies in the store. */
  public byte[] toBytes() {
    byte[] bytes = new byte[end()];
    form.get(0, bytes);
    return bytes;
  }

  /** From the byte form, whatever follows it. */
  public static StoryFeatures fromBytes(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** The same, where the bytes lie: they must stay as long as this is used. */
  static StoryFeatures of(ByteBuffer bytes) {
    Form.mustBe(FORM, bytes.get(0));
    return new StoryFeatures(bytes);
  }

  /** How many bytes are its own. */
  int end() {
    ByteBuffer from = part(VECTORS + 1);
    Labels.read(from);
    return from.position();
  }

  /**
   * The same without what only an arriving article needs.
   *
   * @param dated where times are known, names and pairs of words are kept to show, not to compare
   */
  StoryFeatures kept(boolean dated) {
    Sparse[] vectors = {names(), phrases(), numbers()};
    if (dated) for (int i = 0; i < 2; i++) vectors[i] = vectors[i].heaviest(SHOWN);
    return of(length(), text(), title(), vectors, sketch(), Labels.NONE);
  }

  private ByteBuffer part(int part) {
    return form.position(starts[part]);
  }

  /** Words of title and body. */
  int length() {
    return form.getInt(1);
  }

  /** The weightiest words of the title and the beginning of the body. */
  Terms text() {
    if (text == null) text = Terms.read(part(0));
    return text;
  }

  /** Words of the title; empty when it has none. */
  Terms title() {
    if (title == null) title = Terms.read(part(1));
    return title;
  }

  /** Words written with a capital within a sentence, and linked entities. */
  Sparse names() {
    if (names == null) names = Sparse.read(part(2));
    return names;
  }

  /** Pairs of neighbouring words, the rare ones. */
  Sparse phrases() {
    return Sparse.read(part(3));
  }

  /** Figures as written. */
  Sparse numbers() {
    return Sparse.read(part(4));
  }

  /** Runs of three words, to find copies. */
  Sketch sketch() {
    return Sketch.read(part(VECTORS));
  }

  /** How the weightiest of all these look. */
  Labels labels() {
    return Labels.read(part(VECTORS + 1));
  }
}
