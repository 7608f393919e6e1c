package io.slugline.enrich.name;

import static io.slugline.enrich.name.Attribute.BROWN10;
import static io.slugline.enrich.name.Attribute.BROWN6;
import static io.slugline.enrich.name.Attribute.CASE;
import static io.slugline.enrich.name.Attribute.LISTS;
import static io.slugline.enrich.name.Attribute.LOWER;
import static io.slugline.enrich.name.Attribute.ORGANISATIONS;
import static io.slugline.enrich.name.Attribute.PEOPLES;
import static io.slugline.enrich.name.Attribute.PERSONS;
import static io.slugline.enrich.name.Attribute.PLACES;
import static io.slugline.enrich.name.Attribute.PREFIX2;
import static io.slugline.enrich.name.Attribute.SHAPE;
import static io.slugline.enrich.name.Attribute.SUFFIX3;
import static io.slugline.enrich.name.Attribute.SUFFIX4;
import static io.slugline.enrich.name.Attribute.TAGS;
import static io.slugline.enrich.name.Attribute.TITLES;
import static io.slugline.enrich.name.Attribute.VECTOR1;
import static io.slugline.enrich.name.Attribute.VECTOR2;
import static io.slugline.enrich.name.Attribute.WORD;
import static io.slugline.enrich.name.Attribute.WORKS;

import java.util.ArrayList;
import java.util.List;

/** All kinds of predicates of the model, in the order in which they are joined. */
final class Templates {
  /** How far a predicate looks to either side. */
  static final int REACH = 2;

  static final List<Template> ONE_WORD = oneWord();
  static final List<Template> SEVERAL =
      List.of(
          Template.of(0, -1, LOWER, 0, LOWER),
          Template.of(0, 0, LOWER, 1, LOWER),
          Template.of(0, -2, LOWER, -1, LOWER),
          Template.of(0, 1, LOWER, 2, LOWER),
          Template.of(0, -1, SHAPE, 0, SHAPE),
          Template.of(0, 0, SHAPE, 1, SHAPE),
          Template.of(0, -1, SHAPE, 0, SHAPE, 1, SHAPE),
          Template.of(0, -1, LOWER, 0, SHAPE),
          Template.of(0, 0, SHAPE, 1, LOWER),
          Template.of(0, -1, BROWN6, 0, BROWN6),
          Template.of(0, 0, BROWN6, 1, BROWN6),
          Template.of(0, -1, BROWN10, 0, BROWN10),
          Template.of(0, 0, BROWN10, 1, BROWN10),
          Template.of(0, -1, VECTOR2, 0, VECTOR2),
          Template.of(0, 0, VECTOR2, 1, VECTOR2),
          Template.of(0, -1, VECTOR1, 0, VECTOR1, 1, VECTOR1),
          Template.of(0, -1, VECTOR2, 1, VECTOR2),
          Template.of(0, -1, TAGS, 0, TAGS),
          Template.of(0, 0, TAGS, 1, TAGS),
          Template.of(0, 0, CASE, 0, SHAPE, -1, SHAPE),
          Template.of(0, 0, PERSONS),
          Template.of(0, 0, PLACES),
          Template.of(0, 0, ORGANISATIONS),
          Template.of(0, 0, WORKS),
          Template.of(0, 0, TITLES),
          Template.of(0, 0, PEOPLES),
          Template.of(0, 0, LISTS),
          Template.of(0, -1, LISTS),
          Template.of(0, 1, LISTS),
          Template.of(0, 0, LISTS, 0, SHAPE),
          Template.of(0, 0, LISTS, 0, CASE),
          Template.of(0, 0, LISTS, 0, VECTOR1),
          Template.of(0, 0, LISTS, 0, BROWN6),
          Template.of(0, -1, LISTS, 0, LISTS),
          Template.of(0, 0, LISTS, 1, LISTS));
  static final List<Template> HISTORY =
      List.of(
          Template.of(1),
          Template.of(2),
          Template.of(1, 0, LOWER),
          Template.of(1, -1, LOWER),
          Template.of(1, 1, LOWER),
          Template.of(1, 0, SHAPE),
          Template.of(1, 0, SHAPE, 1, SHAPE),
          Template.of(1, 0, BROWN6),
          Template.of(1, 0, BROWN10),
          Template.of(1, 0, VECTOR1),
          Template.of(1, 0, VECTOR2),
          Template.of(1, 1, VECTOR1),
          Template.of(1, 0, TAGS),
          Template.of(1, 0, LISTS),
          Template.of(2, 0, SHAPE));

  private Templates() {}

  /** Those of two neighbours, by the left one's offset from the token, from -2 to 1. */
  static Template[][] pairs() {
    Template[][] pairs = new Template[2 * REACH][];
    for (int at = 0; at < pairs.length; at++) {
      int first = at - REACH;
      pairs[at] =
          SEVERAL.stream()
              .filter(template -> template.spans(2) && template.firstOffset() == first)
              .toArray(Template[]::new);
    }
    return pairs;
  }

  /** Those of one word and the tag before, by the word's offset, from -1 to 1. */
  static Template[][] wordHistory() {
    Template[][] single = new Template[3][];
    for (int at = 0; at < single.length; at++) {
      int offset = at - 1;
      single[at] =
          HISTORY.stream()
              .filter(Templates::isWordHistory)
              .filter(template -> template.firstOffset() == offset)
              .toArray(Template[]::new);
    }
    return single;
  }

  private static boolean isWordHistory(Template template) {
    return template.tags() == 1 && template.spans(1);
  }

  /** Those without tags that ask of lists. */
  static Template[] listed() {
    return SEVERAL.stream().filter(Template::isListed).toArray(Template[]::new);
  }

  /** Those without tags that are neither of two neighbours nor of lists. */
  static Template[] wide() {
    return SEVERAL.stream()
        .filter(template -> !template.isListed() && !template.spans(2))
        .toArray(Template[]::new);
  }

  /** Those with tags and words that are not of one word. */
  static Template[] wideHistory() {
    return HISTORY.stream()
        .filter(template -> !isWordHistory(template) && template.offsets().length > 0)
        .toArray(Template[]::new);
  }

  /** Those of tags alone. */
  static Template[] tagsAlone() {
    return HISTORY.stream()
        .filter(template -> template.offsets().length == 0)
        .toArray(Template[]::new);
  }

  private static List<Template> oneWord() {
    List<Template> templates = new ArrayList<>();
    for (int offset = -REACH; offset <= REACH; offset++) {
      for (Attribute attribute : Attribute.values()) {
        if (attribute.ordinal() >= Attribute.countOfWord()) break;
        boolean far = Math.abs(offset) > 1;
        boolean affix =
            attribute.ordinal() >= PREFIX2.ordinal() && attribute.ordinal() <= SUFFIX4.ordinal();
        if (affix && offset != 0 && !(attribute == SUFFIX3 && !far)) continue;
        if (attribute == WORD && offset != 0) continue;
        templates.add(Template.of(0, offset, attribute));
      }
    }
    return List.copyOf(templates);
  }
}
