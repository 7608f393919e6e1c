package io.slugline.enrich.keyword;

import io.slugline.contract.Span;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A phrase of one word or more that may be a keyword, with each place where it stands. */
final class Phrase {
  private final String text;
  private final List<Term> terms;
  private final int first;
  private int inTitle;
  private int[] inBody = new int[2];
  private int bodyCount;

  /**
   * @param text the words where it first stands
   * @param first how many tokens stand before that in the article
   */
  Phrase(String text, List<Term> terms, int first) {
    this.text = text;
    this.terms = List.copyOf(terms);
    this.first = first;
  }

  void metInTitle() {
    inTitle++;
  }

  /**
   * Meets it once more.
   *
   * @param token of the body, its first word
   */
  void metInBody(int token) {
    if (bodyCount == inBody.length) inBody = Arrays.copyOf(inBody, bodyCount * 2);
    inBody[bodyCount++] = token;
  }

  String text() {
    return text;
  }

  List<Term> terms() {
    return terms;
  }

  int first() {
    return first;
  }

  boolean isWord() {
    return terms.size() == 1;
  }

  /** Whether it is a word that stands in longer phrases only. */
  boolean isFragment() {
    return isWord() && terms.get(0).alone() == 0;
  }

  int count() {
    return inTitle + bodyCount;
  }

  /** Where it stands in the body. */
  List<Span> spans(Tokens body) {
    List<Span> spans = new ArrayList<>(bodyCount);
    for (int at : Arrays.copyOf(inBody, bodyCount)) spans.add(body.span(at, at + terms.size()));
    return spans;
  }

  /** Whether it says the same as another in fewer words, or in more. */
  boolean repeats(Phrase other) {
    return isWithin(other) || (other.terms.size() > 1 && other.isWithin(this));
  }

  private boolean isWithin(Phrase other) {
    return Collections.indexOfSubList(other.terms, terms) >= 0;
  }
}
