package io.slugline.contract;

import java.time.Instant;
import java.util.List;

/**
 * What a story is about and how it grew.
 *
 * @param entities what most of its articles name, the commonest first, 20 at most; counted over its
 *     first 8 and latest 16 articles
 * @param keywords of the same articles, the commonest first, 10 at most
 * @param independentOutlets outlets that wrote a text of their own: of each copy group only the
 *     first one counts; an article of unknown source counts as a source of its own
 * @param growth the hours that brought articles, in order, over the latest 48 hours of the story
 */
public record StoryProfile(
    List<Named> entities, List<String> keywords, int independentOutlets, List<Hour> growth) {

  public StoryProfile {
    entities = List.copyOf(entities);
    keywords = List.copyOf(keywords);
    growth = List.copyOf(growth);
  }

  /**
   * An entity of a story.
   *
   * @param entity its id, as in the mentions
   * @param articles how many of the articles looked at name it
   */
  public record Named(String entity, String name, int articles) {}

  /**
   * One hour of a story.
   *
   * @param from its beginning, on the hour in UTC
   * @param articles how many came in it, from 1
   */
  public record Hour(Instant from, int articles) {}
}
