package io.slugline.enrich.peer;

import java.util.Objects;
import java.util.function.UnaryOperator;
import net.dankito.readability4j.Readability4J;

/** Readability4J, a port of Firefox's reader view; no text of the few pages that it throws on. */
public final class ReadabilityPeer implements UnaryOperator<String> {

  @Override
  public String apply(String html) {
    Readability4J reader = new Readability4J("https://example.org/", html);
    try {
      return Objects.requireNonNullElse(reader.parse().getTextContent(), "");
    } catch (IllegalStateException stumbled) {
      return "";
    }
  }
}
