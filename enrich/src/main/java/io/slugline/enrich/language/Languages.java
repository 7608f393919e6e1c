package io.slugline.enrich.language;

import io.slugline.contract.LanguagePart;
import io.slugline.enrich.token.Tokens;
import java.util.List;

/**
 * The language of an article, and of the parts of its body that are written in another one.
 *
 * @param parts in the order of the body
 */
public record Languages(String main, List<LanguagePart> parts) {
  private static final String ENGLISH = "eng";

  public Languages {
    parts = List.copyOf(parts);
  }

  /** One language throughout. */
  public static Languages of(String language) {
    return new Languages(language, List.of());
  }

  /** What of the title a model of English may read. */
  public Tokens englishTitle(Tokens title) {
    return title.only(sentence -> main.equals(ENGLISH));
  }

  /** What of the body a model of English may read: its English sentences. */
  public Tokens englishBody(Tokens body) {
    if (parts.isEmpty()) return englishTitle(body);
    return body.only(sentence -> at(body.sentence(sentence).start()).equals(ENGLISH));
  }

  private String at(int unit) {
    for (LanguagePart part : parts) {
      if (unit >= part.span().start() && unit < part.span().end()) return part.language();
    }
    return main;
  }
}
