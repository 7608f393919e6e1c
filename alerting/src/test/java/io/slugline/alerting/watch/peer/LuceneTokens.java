package io.slugline.alerting.watch.peer;

import io.slugline.alerting.watch.text.EnglishStemmer;
import io.slugline.alerting.watch.text.Fold;
import io.slugline.alerting.watch.text.Scanner;
import io.slugline.alerting.watch.text.Stemmer;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Our tokens as Lucene's: the stem, and on the same position the exact word where queries ask for
 * exact words. {@link #BREAK} in a text parts two fields by more positions than any query spans.
 */
final class LuceneTokens extends Analyzer {
  static final char BREAK = '\u0001';
  static final String EXACT = "=";
  private final boolean exactToo;

  LuceneTokens(boolean exactToo) {
    this.exactToo = exactToo;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Words(exactToo));
  }

  private static final class Words extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Scanner scanner = new Scanner();
    private final Stemmer stemmer = new EnglishStemmer();
    // Each spelling is folded and stemmed once, as we do it: only the engines are compared.
    private final Map<String, String[]> known = new HashMap<>();
    private final boolean exactToo;
    private String pending = "";
    private int lastEnd;
    private String text = "";

    Words(boolean exactToo) {
      this.exactToo = exactToo;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!pending.isEmpty()) {
        set(pending, 0);
        pending = "";
        return true;
      }
      if (!scanner.next()) return false;
      String[] forms = known.computeIfAbsent(scanner.token(), this::forms);
      boolean broken =
          text.indexOf(BREAK, lastEnd) >= 0 && text.indexOf(BREAK, lastEnd) < scanner.start();
      lastEnd = scanner.end();
      set(forms[0], broken ? 1 << 20 : 1);
      if (exactToo) pending = forms[1];
      return true;
    }

    private String[] forms(String token) {
      String folded = Fold.fold(token);
      return new String[] {stemmer.stem(folded), EXACT + folded};
    }

    private void set(String word, int increment) {
      term.append(word);
      step.setPositionIncrement(increment);
      offset.setOffset(scanner.start(), scanner.end());
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      text = read(input);
      scanner.read(text);
      lastEnd = 0;
      pending = "";
    }

    private static String read(Reader reader) throws IOException {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[1 << 13];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) text.append(buffer, 0, n);
      return text.toString();
    }
  }
}
