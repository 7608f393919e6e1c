package io.slugline.enrich.entity;

import io.slugline.enrich.name.Name;
import io.slugline.enrich.name.NameFinder;
import io.slugline.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads names by the trained model; English only. */
final class ModelReader implements NameReader {
  private final NameFinder finder;

  ModelReader(NameFinder finder) {
    this.finder = finder;
  }

  @Override
  public String version() {
    return finder.version();
  }

  @Override
  public List<List<Named>> read(List<Tokens> fields) {
    List<List<Named>> read = new ArrayList<>();
    List<List<Name>> found = finder.find(fields);
    for (int i = 0; i < fields.size(); i++) read.add(named(fields.get(i), found.get(i)));
    return read;
  }

  private static List<Named> named(Tokens tokens, List<Name> names) {
    List<Named> named = new ArrayList<>();
    for (Name name : names) {
      named.add(
          new Named(
              tokens.span(name.firstToken(), name.endToken()), name.type(), name.confidence()));
    }
    return named;
  }
}
