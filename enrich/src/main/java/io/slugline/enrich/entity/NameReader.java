package io.slugline.enrich.entity;

import io.slugline.enrich.token.Tokens;
import java.util.List;

/** Reads the names of an article without knowing what they mean. */
interface NameReader {
  /** Name and version of what reads: {@code names-en/1}. */
  String version();

  /** The names of each field. */
  List<List<Named>> read(List<Tokens> fields);

  /** Reads nothing: the gazetteer is alone. */
  record Nothing() implements NameReader {
    @Override
    public String version() {
      return "";
    }

    @Override
    public List<List<Named>> read(List<Tokens> fields) {
      return fields.stream().map(tokens -> List.<Named>of()).toList();
    }
  }
}
