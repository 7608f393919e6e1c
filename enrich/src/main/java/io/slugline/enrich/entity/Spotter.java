package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.gazetteer.Sense;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings together what the name model and the gazetteer found in one field: the model says where a
 * name stands and of what type it is, the gazetteer what it may mean. A name that only the
 * gazetteer knows is taken where the model found nothing.
 */
final class Spotter {
  private final Field field;
  private final String text;
  private final List<Hit> hits;

  Spotter(Field field, String text, List<Hit> hits) {
    this.field = field;
    this.text = text;
    this.hits = hits;
  }

  List<Spot> spots(List<Named> names) {
    List<Spot> spots = new ArrayList<>();
    for (Named name : names) spots.add(spot(name));
    List<Spot> own = List.copyOf(spots);
    for (Hit hit : hits) {
      Spot spot = spot(hit);
      List<Spot> met = own.stream().filter(spot::overlaps).toList();
      if (isDemonym(hit) || met.isEmpty()) spots.add(spot);
      else if (isLonger(hit, met)) {
        spots.removeAll(met);
        spots.add(spot);
      }
    }
    spots.sort(Comparator.comparingInt(spot -> spot.span().start()));
    return spots;
  }

  /** A name of several words that holds all that the model saw there ("Rason" of "Rason SEZ"). */
  private static boolean isLonger(Hit hit, List<Spot> met) {
    boolean strong = hit.senses().get(0).guard() == Guard.NONE && hit.words() > 1;
    return strong
        && met.stream()
            .allMatch(
                spot ->
                    hit.start() <= spot.span().start()
                        && spot.span().end() <= hit.end()
                        && spot.span().length() < hit.end() - hit.start());
  }

  static boolean isDemonym(Hit hit) {
    return hit.senses().get(0).guard() == Guard.DEMONYM;
  }

  private Spot spot(Named name) {
    List<Sense> senses = List.of();
    int words = 1;
    for (Hit hit : hits) {
      if (isSame(hit, name.span()) && !isDemonym(hit)) {
        senses = hit.senses();
        words = hit.words();
      }
    }
    String covered = name.span().of(text);
    return new Spot(
        field, name.span(), covered, name.type(), name.confidence(), words, true, senses);
  }

  /** The same name, whether or not an article or a last dot was taken along. */
  private boolean isSame(Hit hit, Span name) {
    if (hit.start() < name.start() - 1 || Math.abs(hit.end() - name.end()) > 1) return false;
    if (hit.start() == name.start()) return true;
    String before = text.substring(Math.min(name.start(), hit.start()), hit.start());
    return before.equalsIgnoreCase("the ");
  }

  private Spot spot(Hit hit) {
    Span span = new Span(hit.start(), hit.end());
    return new Spot(field, span, span.of(text), null, 1, hit.words(), hit.alone(), hit.senses());
  }

  /** Types that come from other rules than the name model's. */
  static boolean isNamed(MentionType type) {
    return type == MentionType.PERSON
        || type == MentionType.ORGANIZATION
        || type == MentionType.LOCATION;
  }
}
