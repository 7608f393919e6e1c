package io.slugline.enrich.peer;

import java.util.Objects;
import java.util.function.UnaryOperator;
import net.dankito.readability4j.Readability4J;

/** Readability4J, a port of what Firefox shows in its reader view. */
public final class ReadabilityPeer implements UnaryOperator<String> {

  @Override
  public String apply(String html) {
    Readability4J reader = new Readability4J("https://example.org/", html);
    return Objects.requireNonNullElse(reader.parse().getTextContent(), "");
  }
}
