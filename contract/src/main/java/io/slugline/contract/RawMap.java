package io.slugline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * Says for each UTF-16 unit of a clean field where it stands in the bytes of the raw article, so
 * that what was found in clean text can be shown in the text as it arrived.
 *
 * <p>On the wire it is one flat array of runs, three numbers each: first unit of the run in the
 * clean field, first byte in the raw article, bytes that each unit takes. A run ends where the next
 * begins; the first starts at unit 0, and runs go on in ascending order of units. A unit that takes
 * 0 bytes is the second half of a surrogate pair whose bytes the first half has.
 */
public final class RawMap {
  private static final int[] NOTHING = {};
  private final int[] runs;

  @JsonCreator
  public RawMap(int[] runs) {
    if (runs.length % 3 != 0 || (runs.length > 0 && runs[0] != 0)) {
      throw new IllegalArgumentException(
          "raw map of " + runs.length + " numbers that starts wrong");
    }
    for (int i = 3; i < runs.length; i += 3) {
      if (runs[i] <= runs[i - 3])
        throw new IllegalArgumentException("raw map: run " + i / 3 + " is out of order");
    }
    this.runs = runs.clone();
  }

  /** The map of a field without text. */
  public static RawMap empty() {
    return new RawMap(NOTHING);
  }

  /**
   * The map of text whose every unit took {@code width} bytes, the first of them at byte {@code
   * raw}.
   */
  public static RawMap uniform(int raw, int width) {
    return new RawMap(new int[] {0, raw, width});
  }

  /**
   * Bytes of the raw article that a span of the clean field was made from: from the first byte of
   * its first unit to the last byte of its last one. An empty span gives an empty one.
   */
  public Span toRaw(Span clean) {
    int start = firstByte(clean.start());
    if (clean.length() == 0) return new Span(start, start);
    int last = clean.end() - 1;
    int run = runOf(last);
    return new Span(start, Math.max(start, firstByte(last) + runs[run + 2]));
  }

  @JsonValue
  public int[] runs() {
    return runs.clone();
  }

  private int firstByte(int unit) {
    int run = runOf(unit);
    return runs[run + 1] + (unit - runs[run]) * runs[run + 2];
  }

  private int runOf(int unit) {
    if (runs.length == 0)
      throw new IndexOutOfBoundsException("unit " + unit + " of a field without text");
    int low = 0;
    int high = runs.length / 3 - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs[middle * 3] <= unit) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawMap map && Arrays.equals(runs, map.runs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(runs);
  }

  @Override
  public String toString() {
    return "RawMap" + Arrays.toString(runs);
  }
}
