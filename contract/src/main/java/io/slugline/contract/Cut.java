package io.slugline.contract;

/**
 * A piece of the raw article that is not in the clean text, and why.
 *
 * @param rule rule or model that made the cut, with its version: {@code share-bar/1}
 * @param rawStart first byte in the raw article
 * @param rawEnd one past the last byte
 */
public record Cut(String rule, int rawStart, int rawEnd) {

  public Cut {
    if (rawStart < 0 || rawEnd < rawStart) {
      throw new IllegalArgumentException("cut by " + rule + " from " + rawStart + " to " + rawEnd);
    }
  }
}
