package io.slugline.enrich.keyword;

import io.slugline.contract.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A phrase that may be a keyword, with each place where it stands. */
final class Phrase {
  private final String text;
  private final List<String> stems;
  private final double weight;
  private final List<Span> spans = new ArrayList<>();
  private int count;

  /**
   * @param text the words where it first stands
   * @param weight what its part of speech is worth, 0 to 1
   */
  Phrase(String text, List<String> stems, double weight) {
    this.text = text;
    this.stems = List.copyOf(stems);
    this.weight = weight;
  }

  void inTitle() {
    count++;
  }

  void inBody(Span span) {
    count++;
    spans.add(span);
  }

  String text() {
    return text;
  }

  List<String> stems() {
    return stems;
  }

  double weight() {
    return weight;
  }

  int count() {
    return count;
  }

  List<Span> spans() {
    return spans;
  }

  boolean isWithin(Phrase other) {
    return other != this && Collections.indexOfSubList(other.stems, stems) >= 0;
  }
}
