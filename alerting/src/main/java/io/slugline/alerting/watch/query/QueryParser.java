package io.slugline.alerting.watch.query;

import io.slugline.alerting.watch.query.Query.Scope;
import io.slugline.alerting.watch.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a query's text to a tree, one method for each rule of the grammar in {@code QUERY.md}.
 * Binding, strongest first: NOT, NEAR, AND, OR.
 */
public final class QueryParser {
  private static final int DEEPEST = 200;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The query's tree.
   *
   * @throws QuerySyntaxException when it cannot be read
   */
  public static Query parse(String text) {
    QueryParser parser = new QueryParser(Lexer.tokens(text));
    Query query = parser.scored(Scope.EITHER);
    if (!parser.peek().is(Kind.END)) throw parser.unexpected("an operator or the end");
    QueryCheck.check(query);
    return query;
  }

  private Query scored(Scope scope) {
    deeper(peek(), "fewer brackets");
    Query query = peek().is(Kind.SCORE) ? score(scope) : any(scope);
    depth--;
    return query;
  }

  private Query score(Scope scope) {
    Token head = take();
    List<Query.Weighted> parts = new ArrayList<>();
    while (startsPart(peek())) parts.add(weighted(scope));
    if (parts.isEmpty()) throw unexpected("a term with its weight, as in arms^4");
    return new Query.Score(head.number(), parts, head.start(), last());
  }

  private Query.Weighted weighted(Scope scope) {
    int start = peek().start();
    Query part = part(scope);
    double weight = peek().is(Kind.WEIGHT) ? take().number() : 1;
    return new Query.Weighted(part, weight, start, last());
  }

  private Query any(Scope scope) {
    int start = peek().start();
    List<Query> parts = new ArrayList<>(List.of(all(scope)));
    while (peek().is(Kind.OR)) {
      take();
      parts.add(all(scope));
    }
    return parts.size() == 1 ? parts.get(0) : new Query.Any(parts, start, last());
  }

  private Query all(Scope scope) {
    int start = peek().start();
    List<Query> parts = new ArrayList<>(List.of(near(scope)));
    while (peek().is(Kind.AND) || startsPart(peek()) || peek().is(Kind.NOT)) {
      if (peek().is(Kind.AND)) take();
      parts.add(near(scope));
    }
    return parts.size() == 1 ? parts.get(0) : new Query.All(parts, start, last());
  }

  private Query near(Scope scope) {
    int start = peek().start();
    int before = depth;
    Query left = not(scope);
    while (peek().is(Kind.NEAR) || peek().is(Kind.BEFORE)) {
      Token operator = take();
      deeper(operator, "fewer NEARs in a row");
      Query right = not(scope);
      QueryCheck.checkNear(operator, left, right);
      left =
          new Query.Near(
              left, right, (int) operator.number(), operator.is(Kind.BEFORE), start, last());
    }
    depth = before;
    return left;
  }

  private Query not(Scope scope) {
    if (!peek().is(Kind.NOT)) return part(scope);
    Token sign = take();
    deeper(sign, "fewer NOTs");
    Query part = not(scope);
    depth--;
    return new Query.Not(part, sign.start(), last());
  }

  private Query part(Scope scope) {
    return switch (peek().kind()) {
      case OPEN -> bracket(scope);
      case WORD -> Words.word(take(), scope);
      case PHRASE -> phrase(scope);
      case FIELD -> field(scope);
      case AT_LEAST -> atLeast(scope);
      case SCORE -> throw unexpected("a bracket before a score inside a query");
      case WEIGHT -> throw unexpected("weights only after 'score >= n:'");
      default -> throw unexpected("a word, a phrase, a field or '('");
    };
  }

  private Query bracket(Scope scope) {
    Token open = take();
    Query inside = scored(scope);
    if (!peek().is(Kind.CLOSE)) {
      throw unexpected(
          "')' for the bracket at " + (open.start() + 1) + ", or an operator before it");
    }
    take();
    return inside;
  }

  private Query phrase(Scope scope) {
    Token quoted = take();
    boolean loose = peek().is(Kind.SLOP) && peek().start() == quoted.end();
    return Words.phrase(quoted, loose ? (int) take().number() : 0, scope, last());
  }

  private Query field(Scope outer) {
    Token field = take();
    if (!Fields.takesValue(field)) {
      if (outer != Scope.EITHER) {
        throw new QuerySyntaxException(field.start(), "a field inside a field", "a word");
      }
      return part(Fields.scope(field));
    }
    Token value = peek();
    if (value.start() != field.end() || !(value.is(Kind.WORD) || value.is(Kind.PHRASE))) {
      throw unexpected("a name after " + field.text() + ":");
    }
    take();
    return Words.named(Fields.kind(field), value, outer, field.start());
  }

  private Query atLeast(Scope scope) {
    Token head = take();
    deeper(head, "fewer ATLEASTs inside each other");
    if (!peek().is(Kind.OPEN)) throw unexpected("'(' after ATLEAST");
    take();
    List<Query> parts = new ArrayList<>(List.of(any(scope)));
    while (peek().is(Kind.COMMA)) {
      take();
      parts.add(any(scope));
    }
    if (!peek().is(Kind.CLOSE)) throw unexpected("',' or ')'");
    take();
    depth--;
    int count = (int) head.number();
    if (count < 1 || count > parts.size()) {
      throw new QuerySyntaxException(
          head.start(),
          "ATLEAST/" + count + " of " + parts.size(),
          "a number from 1 to " + parts.size());
    }
    return new Query.AtLeast(count, parts, head.start(), last());
  }

  /**
   * Whoever walks the tree does so by recursion: what is too deep for the stack is refused here.
   */
  private void deeper(Token at, String expected) {
    if (++depth > DEEPEST) throw new QuerySyntaxException(at.start(), "nested too deep", expected);
  }

  private static boolean startsPart(Token token) {
    return switch (token.kind()) {
      case WORD, PHRASE, FIELD, OPEN, AT_LEAST -> true;
      default -> false;
    };
  }

  private QuerySyntaxException unexpected(String expected) {
    Token token = peek();
    String found = token.is(Kind.END) ? "the query ends" : "'" + token.text() + "'";
    return new QuerySyntaxException(token.start(), found + " is not expected here", expected);
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  /** Where the last taken token ends. */
  private int last() {
    return tokens.get(next - 1).end();
  }
}
