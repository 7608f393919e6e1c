package io.slugline.alerting.watch.query;

import java.util.List;

/** What a watch looks for. Every node knows the stretch of the query it was read from. */
public sealed interface Query {

  /** First unit of the query's text that this node was read from. */
  int start();

  /** One past the last unit. */
  int end();

  /** The nodes right below this one. */
  default List<Query> children() {
    return List.of();
  }

  /** Every part is true of the article. */
  record All(List<Query> parts, int start, int end) implements Query {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Query> children() {
      return parts;
    }
  }

  /** At least one part is true of the article. */
  record Any(List<Query> parts, int start, int end) implements Query {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Query> children() {
      return parts;
    }
  }

  /** The part is not true of the article. */
  record Not(Query part, int start, int end) implements Query {
    @Override
    public List<Query> children() {
      return List.of(part);
    }
  }

  /**
   * At most {@code distance} tokens between the two, in one field.
   *
   * @param ordered the left one stands first
   */
  record Near(Query left, Query right, int distance, boolean ordered, int start, int end)
      implements Query {
    @Override
    public List<Query> children() {
      return List.of(left, right);
    }
  }

  /** At least {@code count} of the parts are true of the article. */
  record AtLeast(int count, List<Query> parts, int start, int end) implements Query {
    public AtLeast {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Query> children() {
      return parts;
    }
  }

  /** The weights of the parts that are true of the article add up to the threshold or more. */
  record Score(double threshold, List<Weighted> parts, int start, int end) implements Query {
    public Score {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Query> children() {
      return parts.stream().map(Weighted::part).toList();
    }
  }

  /** One part of a score. */
  record Weighted(Query part, double weight, int start, int end) {}

  /**
   * Words in a row; a single word is a phrase of one.
   *
   * @param slop how far the words may be moved altogether to stand like that; 0 for an exact phrase
   */
  record Phrase(List<Word> words, int slop, Scope scope, int start, int end) implements Query {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /**
   * A term on what is known of the article beside its words: {@code entity:rason}, {@code
   * source:reuters}.
   */
  record Named(Kind kind, String value, Scope scope, int start, int end) implements Query {}

  /** What a {@link Named} term looks at. */
  enum Kind {
    ENTITY,
    PERSON,
    ORGANISATION,
    LOCATION,
    KEYWORD,
    SOURCE,
    LANG
  }

  /** The fields that words are looked for in. */
  enum Scope {
    EITHER,
    TITLE,
    BODY,
    /** The title and the body's first words: where a report says what it is about. */
    LEAD
  }
}
