package io.slugline.contract;

import java.util.List;

/**
 * A word or short phrase that the article is about.
 *
 * @param text the phrase as it first stands in the article
 * @param weight above 0, at most 1, in thousandths; the first keyword's is 1
 * @param spans where it stands in the body, in order; empty when only the title has it
 */
public record Keyword(String text, double weight, List<Span> spans) {

  public Keyword {
    weight = Math.ceil(weight * 1000) / 1000;
    spans = List.copyOf(spans);
  }
}
