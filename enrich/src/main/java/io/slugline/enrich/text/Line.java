package io.slugline.enrich.text;

/**
 * One line, or paragraph, of an article before anything is cut.
 *
 * @param text without white space at its ends
 * @param folded lower case and single blanks
 * @param group lines that adjoin each other without a blank line between have the same number
 */
record Line(Traced text, String folded, int group) {
  private static final String ENDINGS = ".!?…:;";
  private static final String CLOSING = "\"'”’»)]";

  static Line of(Traced text, int group) {
    return new Line(text, Folding.line(text), group);
  }

  int length() {
    return folded.length();
  }

  int words() {
    int words = folded.isEmpty() ? 0 : 1;
    for (int i = 0; i < folded.length(); i++) if (folded.charAt(i) == ' ') words++;
    return words;
  }

  /** Ends as a sentence does; quotes and brackets behind the full stop are looked through. */
  boolean endsLikeASentence() {
    char last = lastMark();
    return last != ':' && last != ';' && ENDINGS.indexOf(last) >= 0;
  }

  /** Running text, by its length and its end. */
  boolean isParagraph() {
    if (length() >= 200) return true;
    if (length() >= 80 && (endsLikeASentence() || words() >= 20)) return true;
    return lastMark() == '.' && words() >= 7;
  }

  /** Could be a headline: a few words without a full stop. */
  boolean isHeadline() {
    return length() <= 200
        && words() >= 3
        && lastMark() != '.'
        && lastMark() != '…'
        && hasLetters();
  }

  boolean isBullet() {
    return !folded.isEmpty() && "-•*·–►▪".indexOf(folded.charAt(0)) >= 0 && length() > 1;
  }

  boolean hasLetters() {
    return folded.chars().anyMatch(Character::isLetter);
  }

  private char lastMark() {
    int at = folded.length() - 1;
    while (at > 0 && CLOSING.indexOf(folded.charAt(at)) >= 0) at--;
    return at < 0 ? ' ' : folded.charAt(at);
  }
}
