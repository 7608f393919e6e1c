package io.slugline.alerting.watch.query;

import io.slugline.alerting.watch.query.Query.Scope;
import io.slugline.alerting.watch.text.Fold;
import java.util.ArrayList;
import java.util.List;

/** Makes leaves of the tree from the words of a query, cut and folded as articles are. */
final class Words {
  private Words() {}

  /** A bare word; one that the text's rules cut in several ({@code Jong-un}) is a phrase. */
  static Query word(Token token, Scope scope) {
    boolean exact = token.text().startsWith("=");
    String text = exact ? token.text().substring(1) : token.text();
    int star = text.indexOf('*');
    if (star >= 0 && star < text.length() - 1) {
      throw new QuerySyntaxException(
          token.start(), "'*' in '" + text + "'", "'*' only at the end of a word");
    }
    List<Word> words = words(text, exact, token);
    return new Query.Phrase(words, 0, scope, token.start(), token.end());
  }

  /**
   * A quoted phrase; one without a word in it stands nowhere. A star inside a word is as it stands
   * in the name that is quoted ({@code "E*Trade"}).
   */
  static Query phrase(Token token, int slop, Scope scope, int end) {
    boolean exact = token.text().startsWith("=");
    String text = exact ? token.text().substring(1) : token.text();
    List<Word> words = new ArrayList<>();
    for (String part : text.trim().split("\\s+")) {
      if (!Fold.words(part).isEmpty()) {
        words.addAll(words(part, exact, token));
      }
    }
    return new Query.Phrase(words, slop, scope, token.start(), end);
  }

  static Query named(Query.Kind kind, Token token, Scope scope, int start) {
    String value = token.text().startsWith("=") ? token.text().substring(1) : token.text();
    if (value.isBlank()) throw wordless(token);
    return new Query.Named(kind, value.trim(), scope, start, token.end());
  }

  private static List<Word> words(String text, boolean exact, Token token) {
    boolean prefix = text.endsWith("*");
    String stem = prefix ? text.substring(0, text.length() - 1) : text;
    List<String> tokens = Fold.words(stem);
    if (tokens.isEmpty()) throw wordless(token);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = i == tokens.size() - 1;
      Word.How how = exact ? Word.How.EXACT : Word.How.INFLECTED;
      words.add(new Word(tokens.get(i), prefix && last ? Word.How.PREFIX : how));
    }
    return words;
  }

  private static QuerySyntaxException wordless(Token token) {
    return new QuerySyntaxException(
        token.start(), "'" + token.text() + "' holds no word", "letters or digits");
  }
}
