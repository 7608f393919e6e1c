package io.slugline.contract;

/**
 * A stretch of text.
 *
 * @param start first unit, inclusive, counted from 0
 * @param end one past the last unit; not before {@code start}
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span from " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** The words this span covers. */
  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }
}
