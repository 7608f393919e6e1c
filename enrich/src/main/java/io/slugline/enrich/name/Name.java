package io.slugline.enrich.name;

import io.slugline.contract.MentionType;

/**
 * A run of tokens that names a person, an organisation or a place.
 *
 * @param endToken one past the last token
 * @param confidence 0 to 1
 */
public record Name(int firstToken, int endToken, MentionType type, double confidence) {
  public Name {
    if (firstToken < 0 || endToken <= firstToken) {
      throw new IllegalArgumentException("name from token " + firstToken + " to " + endToken);
    }
  }
}
