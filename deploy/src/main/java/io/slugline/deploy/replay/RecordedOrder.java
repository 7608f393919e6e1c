package io.slugline.deploy.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which live took articles in, found again: within a language as the enriched records
 * are numbered. An article that has no number, because it was a repeat or could not be read, comes
 * as late as its partition lets it, right before the next one there that is numbered in the main
 * language: so whatever it repeated is there before it, as it was in live. Nobody knows its own
 * language; one of another than the main one that came within moments of what it repeats may change
 * places with it. Pure.
 */
final class RecordedOrder {
  private static final Comparator<Ref> BY_TIME =
      Comparator.comparingLong(Ref::time)
          .thenComparingInt(Ref::partition)
          .thenComparingLong(Ref::offset);

  private final Map<String, Place> places;
  private final String mainLanguage;
  private final Map<Integer, Line> lines = new TreeMap<>();
  private final Map<String, Deque<Ref>> languages = new TreeMap<>();
  private final Set<Ref> placed = new HashSet<>();
  private final Set<Ref> early = new HashSet<>();
  private final List<Ref> order = new ArrayList<>();

  /**
   * Where a raw article lies.
   *
   * @param time of the record, in milliseconds since 1970
   */
  record Ref(int partition, long offset, String id, long time) {}

  /** The number that an article had in the order of its language. */
  record Place(String language, long sequence) {}

  /** One partition: what is still to come, and the articles without a number before it. */
  private static final class Line {
    private final Deque<Ref> rest = new ArrayDeque<>();
    private final List<Ref> before = new ArrayList<>();
  }

  private RecordedOrder(List<Ref> refs, Map<String, Place> places) {
    this.places = places;
    Set<String> ids = new HashSet<>();
    Map<String, PriorityQueue<Ref>> numbered = new HashMap<>();
    for (Ref ref : refs) {
      lines.computeIfAbsent(ref.partition(), partition -> new Line()).rest.add(ref);
      Place place = places.get(ref.id());
      if (place == null || !ids.add(ref.id())) continue;
      placed.add(ref);
      numbered.computeIfAbsent(place.language(), any -> bySequence()).add(ref);
    }
    mainLanguage =
        numbered.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .map(Map.Entry::getKey)
            .orElse("");
    numbered.forEach((language, queue) -> languages.put(language, drained(queue)));
  }

  /**
   * Puts raw articles into the order of live.
   *
   * @param refs each partition's in the order of their offsets
   * @param places of those that were enriched, by the id of the raw article
   */
  static List<Ref> of(List<Ref> refs, Map<String, Place> places) {
    return new RecordedOrder(refs, places).inOrder();
  }

  private List<Ref> inOrder() {
    for (Optional<Ref> next = next(); next.isPresent(); next = next()) take(next.get());
    lines.values().stream()
        .flatMap(line -> line.before.stream())
        .sorted(BY_TIME)
        .forEach(order::add);
    return order;
  }

  /** Of the articles whose turn it is in their language, one that heads its partition if any. */
  private Optional<Ref> next() {
    Optional<Ref> heading =
        lines.values().stream()
            .flatMap(line -> head(line).stream())
            .filter(this::isItsTurn)
            .min(BY_TIME);
    if (heading.isPresent()) return heading;
    // Two languages wait for each other across partitions: one of them has to be fetched.
    return languages.values().stream().flatMap(queue -> queue.stream().limit(1)).min(BY_TIME);
  }

  private Optional<Ref> head(Line line) {
    while (!line.rest.isEmpty()) {
      Ref first = line.rest.peek();
      if (placed.contains(first) && !early.contains(first)) return Optional.of(first);
      line.rest.poll();
      if (!early.contains(first)) line.before.add(first);
    }
    return Optional.empty();
  }

  private boolean isItsTurn(Ref ref) {
    return ref.equals(queueOf(ref).peek());
  }

  private void take(Ref ref) {
    Line line = Objects.requireNonNull(lines.get(ref.partition()));
    if (ref.equals(line.rest.peek())) {
      line.rest.poll();
      if (language(ref).equals(mainLanguage)) release(line);
    } else {
      early.add(ref);
    }
    order.add(ref);
    queueOf(ref).poll();
  }

  private void release(Line line) {
    order.addAll(line.before);
    line.before.clear();
  }

  private String language(Ref ref) {
    return Objects.requireNonNull(places.get(ref.id())).language();
  }

  private Deque<Ref> queueOf(Ref ref) {
    return Objects.requireNonNull(languages.get(language(ref)));
  }

  private PriorityQueue<Ref> bySequence() {
    return new PriorityQueue<>(
        Comparator.comparingLong(ref -> Objects.requireNonNull(places.get(ref.id())).sequence()));
  }

  private static Deque<Ref> drained(PriorityQueue<Ref> queue) {
    Deque<Ref> drained = new ArrayDeque<>(queue.size());
    while (!queue.isEmpty()) drained.add(queue.poll());
    return drained;
  }
}
