package io.slugline.enrich.story;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a story's first article tells to those who group other languages.
 *
 * @param at its arrival
 * @param entities ids, the most mentioned first, 8 at most
 * @param numbers hashes of its figures
 */
public record Glimpse(
    String language, String story, Instant at, List<String> entities, List<Integer> numbers) {

  public Glimpse {
    entities = List.copyOf(entities);
    numbers = List.copyOf(numbers);
  }

  /** Of the article that opened a story. */
  public static Glimpse of(String language, Placed placed, Arrival arrival) {
    Sparse numbers = arrival.features().numbers();
    return new Glimpse(
        language,
        placed.story().id(),
        placed.story().firstSeenAt(),
        arrival.subjects().entities().stream().map(Subjects.Named::entity).toList(),
        IntStream.range(0, numbers.size()).mapToObj(numbers::key).toList());
  }

  /** Whether it says enough to be known again in another language. */
  public boolean isTelling() {
    return entities.size() >= Links.LEAST_SHARED;
  }
}
