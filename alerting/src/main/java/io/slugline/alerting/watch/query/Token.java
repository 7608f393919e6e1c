package io.slugline.alerting.watch.query;

/**
 * A piece of a query's text.
 *
 * @param text the word, the phrase without its quotes, or the sign
 * @param number what stands behind the slash, the tilde or the caret
 */
record Token(Kind kind, String text, double number, int start, int end) {

  enum Kind {
    WORD("a word"),
    PHRASE("a phrase"),
    FIELD("a field"),
    AND("AND"),
    OR("OR"),
    NOT("NOT"),
    NEAR("NEAR/n"),
    BEFORE("BEFORE/n"),
    AT_LEAST("ATLEAST/n"),
    SCORE("score >= n:"),
    WEIGHT("a weight"),
    SLOP("~n"),
    OPEN("'('"),
    CLOSE("')'"),
    COMMA("','"),
    END("the end");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
