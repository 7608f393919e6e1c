package io.slugline.alerting.watch.index;

import java.util.Arrays;

/** Stretches of positions in ascending order: by start, then by end. */
final class Spans {
  private long[] spans = new long[8];
  private int size;
  private boolean unordered;

  void add(int start, int end) {
    if (size == spans.length) spans = Arrays.copyOf(spans, size * 2);
    long span = (long) start << 32 | end;
    unordered |= size > 0 && span < spans[size - 1];
    spans[size++] = span;
  }

  Spans sorted() {
    if (unordered) Arrays.sort(spans, 0, size);
    unordered = false;
    return this;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return (int) (spans[i] >>> 32);
  }

  int end(int i) {
    return (int) spans[i];
  }

  /** Which of two stretches comes first. */
  boolean isBefore(int i, Spans others, int j) {
    return spans[i] < others.spans[j];
  }
}
