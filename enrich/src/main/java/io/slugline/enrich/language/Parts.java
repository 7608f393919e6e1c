package io.slugline.enrich.language;

import io.slugline.contract.LanguagePart;
import io.slugline.contract.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts a body's parts together from the languages of its paragraphs. */
final class Parts {
  private final String main;
  private final List<LanguagePart> parts = new ArrayList<>();

  private Parts(String main) {
    this.main = main;
  }

  /**
   * The parts in another language than the main one; paragraphs of one language that follow each
   * other are one part.
   *
   * @param languageOf tells a paragraph's language, the main one where it cannot
   */
  static List<LanguagePart> of(String body, String main, UnaryOperator<String> languageOf) {
    Parts parts = new Parts(main);
    for (int start = 0; start < body.length(); ) {
      int feed = body.indexOf('\n', start);
      int end = feed < 0 ? body.length() : feed;
      parts.add(languageOf.apply(body.substring(start, end)), new Span(start, end));
      start = end + 1;
    }
    return parts.parts;
  }

  private void add(String language, Span span) {
    if (language.equals(main)) return;
    int last = parts.size() - 1;
    if (last >= 0 && goesOn(parts.get(last), language, span)) {
      Span before = parts.remove(last).span();
      parts.add(new LanguagePart(language, new Span(before.start(), span.end())));
    } else {
      parts.add(new LanguagePart(language, span));
    }
  }

  private static boolean goesOn(LanguagePart last, String language, Span next) {
    return last.language().equals(language) && last.span().end() + 1 == next.start();
  }
}
