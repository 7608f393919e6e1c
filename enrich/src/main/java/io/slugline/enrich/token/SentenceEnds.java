package io.slugline.enrich.token;

/** Whether a token begins a sentence, told from the tokens before it, one after the other. */
final class SentenceEnds {
  private enum After {
    NOTHING,
    /** An abbreviation: only a word that begins sentences does so here. */
    ABBREVIATION,
    /** A point, a question mark: a space and anything but a small letter. */
    STOP,
    /** A full stop of a script without spaces. */
    HARD_STOP,
    NEW_LINE
  }

  private final String text;
  private final Abbreviations abbreviations;
  private After after = After.NOTHING;

  SentenceEnds(String text, Abbreviations abbreviations) {
    this.text = text;
    this.abbreviations = abbreviations;
  }

  void newLine() {
    after = After.NEW_LINE;
  }

  /**
   * @param touches no space stands between the token before and this one
   */
  boolean beginsSentence(int start, int end, boolean touches) {
    if (after != After.NEW_LINE && closes(start, touches)) return false;
    boolean begins = begins(start, end, touches);
    after = leaves(start, end);
    return begins;
  }

  private boolean begins(int start, int end, boolean touches) {
    return switch (after) {
      case NOTHING -> false;
      case NEW_LINE, HARD_STOP -> true;
      case STOP -> !touches && !Character.isLowerCase(text.charAt(start));
      case ABBREVIATION -> !touches && abbreviations.starts(text.substring(start, end));
    };
  }

  /** A quotation mark or bracket that still belongs to the sentence that has just ended. */
  private boolean closes(int start, boolean touches) {
    if (after == After.NOTHING) return false;
    return switch (text.charAt(start)) {
      case '”', '’', '»', ')', ']', '」', '』', '）' -> true;
      case '"', '\'' -> touches;
      default -> false;
    };
  }

  private After leaves(int start, int end) {
    char last = text.charAt(end - 1);
    if (last == '.' && Character.isLetter(text.charAt(start))) {
      return leavesAbbreviation(start, end);
    }
    return switch (last) {
      case '.', '!', '?', '…', '؟', '।', '॥', '۔' -> After.STOP;
      case '。', '！', '？', '｡' -> After.HARD_STOP;
      default -> After.NOTHING;
    };
  }

  private After leavesAbbreviation(int start, int end) {
    boolean initial = end - start == 2;
    boolean leads = initial || abbreviations.leads(text.substring(start, end - 1));
    return leads ? After.NOTHING : After.ABBREVIATION;
  }
}
