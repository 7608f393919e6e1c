package io.slugline.enrich.text;

import io.slugline.contract.RawMap;
import java.util.Arrays;

/**
 * Text that knows, for each of its UTF-16 units, which bytes of the raw article it was made from.
 * Cheap where units follow each other byte for byte: only changes of pace are kept, as runs of
 * three numbers (first unit, its first byte, bytes for each unit).
 */
final class Traced implements CharSequence {
  static final Traced EMPTY = new Traced("", new int[0]);

  private final String text;
  private final int[] runs;

  Traced(String text, int[] runs) {
    this.text = text;
    this.runs = runs;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public Traced subSequence(int from, int to) {
    if (from == 0 && to == length()) return this;
    if (from >= to) return EMPTY;
    int first = run(from);
    int last = run(to - 1);
    int[] part = Arrays.copyOfRange(runs, first, last + 3);
    part[1] += (from - part[0]) * part[2];
    part[0] = 0;
    for (int i = 3; i < part.length; i += 3) part[i] -= from;
    return new Traced(text.substring(from, to), part);
  }

  /** The first byte of a unit. */
  int start(int unit) {
    int run = run(unit);
    return runs[run + 1] + (unit - runs[run]) * runs[run + 2];
  }

  /** One past the last byte of a unit. */
  int end(int unit) {
    int run = run(unit);
    return runs[run + 1] + (unit - runs[run] + 1) * runs[run + 2];
  }

  /** The first byte of all. */
  int rawStart() {
    return start(0);
  }

  /** One past the last byte of all. */
  int rawEnd() {
    return end(length() - 1);
  }

  RawMap map() {
    return new RawMap(runs);
  }

  /** Without white space at both ends. */
  Traced strip() {
    int from = 0;
    int to = length();
    while (from < to && Folding.isBlank(charAt(from))) from++;
    while (to > from && Folding.isBlank(charAt(to - 1))) to--;
    return subSequence(from, to);
  }

  boolean isBlank() {
    for (int i = 0; i < length(); i++) if (!Folding.isBlank(charAt(i))) return false;
    return true;
  }

  @Override
  public String toString() {
    return text;
  }

  private int run(int unit) {
    int low = 0;
    int high = runs.length / 3 - 1;
    if (unit < 0 || unit >= text.length() || high < 0) {
      throw new IndexOutOfBoundsException("unit " + unit + " of " + text.length());
    }
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs[middle * 3] <= unit) low = middle;
      else high = middle - 1;
    }
    return low * 3;
  }

  /** Puts a text together, unit by unit or piece by piece. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] runs = new int[12];
    private int used;

    /** One unit, made from the bytes {@code start} to {@code end}. */
    Builder add(char unit, int start, int end) {
      run(start, end - start);
      text.append(unit);
      return this;
    }

    /** Units made together from the same bytes: the first has them all. */
    Builder add(CharSequence units, int start, int end) {
      add(units.charAt(0), start, end);
      for (int i = 1; i < units.length(); i++) add(units.charAt(i), end, end);
      return this;
    }

    /** Text that has its bytes already. */
    Builder add(Traced piece) {
      if (piece.length() == 0) return this;
      int base = text.length();
      int[] more = piece.runs;
      for (int i = 0; i < more.length; i += 3) {
        int units = (i + 3 < more.length ? more[i + 3] : piece.length()) - more[i];
        run(base + more[i], more[i + 1], more[i + 2], units);
      }
      text.append(piece.text);
      return this;
    }

    int length() {
      return text.length();
    }

    char last() {
      return text.charAt(text.length() - 1);
    }

    /** One past the last byte so far; 0 before there is one. */
    int rawEnd() {
      if (used == 0) return 0;
      return runs[used - 2] + (text.length() - runs[used - 3]) * runs[used - 1];
    }

    Traced build() {
      return text.isEmpty() ? EMPTY : new Traced(text.toString(), Arrays.copyOf(runs, used));
    }

    private void run(int start, int width) {
      run(text.length(), start, width, 1);
    }

    private void run(int unit, int start, int width, int units) {
      if (units <= 0) return;
      if (used > 0 && runs[used - 1] == width) {
        int expected = runs[used - 2] + (unit - runs[used - 3]) * width;
        if (expected == start) return;
      }
      if (used == runs.length) runs = Arrays.copyOf(runs, used * 2);
      runs[used++] = unit;
      runs[used++] = start;
      runs[used++] = width;
    }
  }
}
