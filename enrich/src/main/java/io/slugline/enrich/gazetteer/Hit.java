package io.slugline.enrich.gazetteer;

import java.util.List;

/**
 * A place in a text where a name of the gazetteer stands.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 * @param words how many words it has
 * @param alone no capitalised word stands directly beside it
 * @param senses what the name may mean, the weightiest first
 */
public record Hit(int start, int end, int words, boolean alone, List<Sense> senses) {

  public Hit {
    senses = List.copyOf(senses);
  }
}
