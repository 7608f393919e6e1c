package io.slugline.alerting.watch.query;

import io.slugline.alerting.watch.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query's text into tokens. */
final class Lexer {
  private static final Pattern OPERATOR =
      Pattern.compile("(AND|OR|NOT|NEAR|BEFORE|ATLEAST)(/(\\d+))?(?=[\\s()\"]|$)");
  private static final Pattern SCORE =
      Pattern.compile("(?i:score)\\s*>=\\s*(-?\\d+(?:\\.\\d+)?)\\s*:");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):");
  private static final Pattern VALUE = Pattern.compile("[^\\s()\",^]+");
  private static final String NOT_OF_WORDS = " \t\n\u000b\f\r()\"^~:=";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.skipSpace()) lexer.read();
    lexer.at = text.stripTrailing().length();
    lexer.add(Kind.END, "", 0, lexer.at);
    return lexer.tokens;
  }

  private boolean skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    return at < text.length();
  }

  private void read() {
    switch (text.charAt(at)) {
      case '(' -> add(Kind.OPEN, "(", 0, at + 1);
      case ')' -> add(Kind.CLOSE, ")", 0, at + 1);
      case ',' -> add(Kind.COMMA, ",", 0, at + 1);
      case '"' -> phrase(at, at + 1);
      case '^' -> numbered(Kind.WEIGHT, "a number, as in arms^4");
      case '~' -> numbered(Kind.SLOP, "a number, as in \"arms deal\"~5");
      default -> readWord();
    }
  }

  private void readWord() {
    if (text.startsWith("=\"", at)) {
      phrase(at, at + 2);
      return;
    }
    if (readOperator() || readScore() || readField()) return;
    int end = wordEnd();
    if (end == 0) {
      throw new QuerySyntaxException(
          at, "'" + text.charAt(at) + "' is not part of the language", "a word");
    }
    add(Kind.WORD, text.substring(at, end), 0, end);
  }

  /** By hand: a regular expression would need stack for each letter. 0 when there is no word. */
  private int wordEnd() {
    int start = text.charAt(at) == '=' ? at + 1 : at;
    int end = start;
    while (end < text.length() && isOfWord(end)) end++;
    return end == start ? 0 : end;
  }

  private boolean isOfWord(int i) {
    if (text.charAt(i) == ',') return isDigit(i - 1) && isDigit(i + 1);
    return NOT_OF_WORDS.indexOf(text.charAt(i)) < 0;
  }

  private boolean isDigit(int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private void phrase(int start, int open) {
    int close = text.indexOf('"', open);
    if (close < 0) {
      throw new QuerySyntaxException(start, "the quote that opens here is not closed", "'\"'");
    }
    String sign = open - start == 2 ? "=" : "";
    add(Kind.PHRASE, sign + text.substring(open, close), 0, close + 1);
  }

  private void numbered(Kind kind, String expected) {
    Matcher number = match(NUMBER).region(at + 1, text.length());
    if (!number.lookingAt()) {
      throw new QuerySyntaxException(
          at, "'" + text.charAt(at) + "' without a number behind it", expected);
    }
    add(kind, text.substring(at, number.end()), Double.parseDouble(number.group()), number.end());
  }

  private boolean readOperator() {
    Matcher operator = match(OPERATOR);
    if (!operator.lookingAt()) return false;
    String name = operator.group(1);
    String digits = operator.group(3);
    boolean counted = name.equals("NEAR") || name.equals("BEFORE") || name.equals("ATLEAST");
    if (counted != (digits != null)) {
      throw new QuerySyntaxException(
          at,
          counted ? name + " without a number" : name + " with a number",
          counted ? name + "/5" : name);
    }
    add(kind(name), operator.group(), digits == null ? 0 : number(digits), operator.end());
    return true;
  }

  private double number(String digits) {
    double number = digits.length() > 4 ? 1e9 : Double.parseDouble(digits);
    if (number > 1000) {
      throw new QuerySyntaxException(at, "/" + digits + " is too much", "a number up to 1000");
    }
    return number;
  }

  private static Kind kind(String name) {
    return name.equals("ATLEAST") ? Kind.AT_LEAST : Kind.valueOf(name);
  }

  private boolean readScore() {
    Matcher score = match(SCORE);
    if (!score.lookingAt()) return false;
    add(Kind.SCORE, score.group(), Double.parseDouble(score.group(1)), score.end());
    return true;
  }

  private boolean readField() {
    Matcher field = match(FIELD);
    if (!field.lookingAt()) return false;
    Token token = new Token(Kind.FIELD, field.group(1), 0, at, field.end());
    tokens.add(token);
    at = field.end();
    if (!Fields.takesValue(token)) return true;
    Matcher value = match(VALUE);
    if (value.lookingAt()) add(Kind.WORD, value.group(), 0, value.end());
    return true;
  }

  private Matcher match(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  private void add(Kind kind, String words, double number, int end) {
    tokens.add(new Token(kind, words, number, at, end));
    at = end;
  }
}
