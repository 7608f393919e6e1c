package io.slugline.enrich.name;

import static io.slugline.enrich.name.Attribute.BROWN10;
import static io.slugline.enrich.name.Attribute.BROWN6;
import static io.slugline.enrich.name.Attribute.CASE;
import static io.slugline.enrich.name.Attribute.LISTS;
import static io.slugline.enrich.name.Attribute.LOWER;
import static io.slugline.enrich.name.Attribute.PREFIX2;
import static io.slugline.enrich.name.Attribute.SHAPE;
import static io.slugline.enrich.name.Attribute.SUFFIX3;
import static io.slugline.enrich.name.Attribute.SUFFIX4;
import static io.slugline.enrich.name.Attribute.TAGS;
import static io.slugline.enrich.name.Attribute.VECTOR1;
import static io.slugline.enrich.name.Attribute.VECTOR2;
import static io.slugline.enrich.name.Attribute.WORD;

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
          Template.of(0, 0, LISTS, 0, SHAPE),
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

  private static List<Template> oneWord() {
    List<Template> templates = new ArrayList<>();
    for (int offset = -REACH; offset <= REACH; offset++) {
      for (Attribute attribute : Attribute.values()) {
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
