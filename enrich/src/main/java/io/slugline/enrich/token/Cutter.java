package io.slugline.enrich.token;

import java.util.Arrays;

/** One walk over one text. */
final class Cutter {
  private final String text;
  private final CharClass classes;
  private final Apostrophe apostrophe;
  private final WordEnds wordEnds;
  private final SentenceEnds sentenceEnds;

  private int[] starts;
  private int[] ends;
  private int[] sentences = new int[16];
  private int tokenCount;
  private int sentenceCount;

  Cutter(String text, CharClass classes, Abbreviations abbreviations, Apostrophe apostrophe) {
    this.text = text;
    this.classes = classes;
    this.apostrophe = apostrophe;
    this.wordEnds = new WordEnds(text, classes, abbreviations);
    this.sentenceEnds = new SentenceEnds(text, abbreviations);
    int guess = text.length() / 5 + 8;
    this.starts = new int[guess];
    this.ends = new int[guess];
  }

  Tokens cut() {
    for (int at = 0; at < text.length(); ) {
      char unit = text.charAt(at);
      switch (classes.of(unit)) {
        case CharClass.SPACE -> {
          if (unit == '\n' || unit == '\r' || unit == '\u2028' || unit == '\u2029') {
            sentenceEnds.newLine();
          }
          at++;
        }
        case CharClass.LETTER, CharClass.DIGIT -> at = word(at);
        case CharClass.IDEOGRAPH -> at = add(at, afterMarks(at + 1));
        case CharClass.MARK -> at++;
        default -> at = punctuation(at);
      }
    }
    return new Tokens(
        text,
        Arrays.copyOf(starts, tokenCount),
        Arrays.copyOf(ends, tokenCount),
        Arrays.copyOf(sentences, sentenceCount));
  }

  /** Adds the word that begins here, in its parts, and gives where to go on. */
  private int word(int from) {
    int start = from;
    int end = wordEnds.run(start);
    while (end < text.length()) {
      char unit = text.charAt(end);
      if (Apostrophe.is(unit) && wordEnds.letterAt(end + 1)) {
        int next = wordEnds.run(end + 1);
        int cut = apostrophe.cut(text, start, end, next);
        if (cut >= 0) {
          add(start, cut);
          start = cut;
        }
        end = next;
      } else if (wordEnds.joins(start, end)) {
        end = wordEnds.run(end + 1);
      } else if (wordEnds.isAddress(start, end)) {
        return add(start, wordEnds.addressEnd(end));
      } else {
        break;
      }
    }
    return add(start, wordEnds.withSign(start, end));
  }

  private int punctuation(int from) {
    char unit = text.charAt(from);
    if (Apostrophe.is(unit) && isCliticAfterMark(from)) return add(from, wordEnds.run(from + 1));
    int end = from + 1;
    if (repeats(unit)) {
      while (end < text.length() && text.charAt(end) == unit) end++;
    }
    return add(from, afterMarks(end));
  }

  /** "Inc.'s": the ending after what was not a word. */
  private boolean isCliticAfterMark(int at) {
    return apostrophe == Apostrophe.PARTS_CLITIC
        && tokenCount > 0
        && ends[tokenCount - 1] == at
        && wordEnds.letterAt(at + 1)
        && apostrophe.cut(text, at, at, wordEnds.run(at + 1)) == at;
  }

  private static boolean repeats(char unit) {
    return switch (unit) {
      case '.', '-', '–', '—', '*', '=', '_', '~', '#', '!', '?', '`', '\'', '…', '•' -> true;
      default -> false;
    };
  }

  private int afterMarks(int from) {
    int end = from;
    while (end < text.length() && classes.of(text.charAt(end)) == CharClass.MARK) end++;
    return end;
  }

  private int add(int start, int end) {
    if (tokenCount == starts.length) {
      starts = Arrays.copyOf(starts, tokenCount * 2);
      ends = Arrays.copyOf(ends, tokenCount * 2);
    }
    boolean touches = tokenCount > 0 && ends[tokenCount - 1] == start;
    if (sentenceEnds.beginsSentence(start, end, touches) || tokenCount == 0) beginSentence();
    starts[tokenCount] = start;
    ends[tokenCount++] = end;
    return end;
  }

  private void beginSentence() {
    if (sentenceCount == sentences.length) {
      sentences = Arrays.copyOf(sentences, sentenceCount * 2);
    }
    sentences[sentenceCount++] = tokenCount;
  }
}
