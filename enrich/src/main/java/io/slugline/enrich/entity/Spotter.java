package io.slugline.enrich.entity;

import io.slugline.contract.Field;
import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import io.slugline.enrich.gazetteer.Guard;
import io.slugline.enrich.gazetteer.Hit;
import io.slugline.enrich.gazetteer.Sense;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings together what the name model and the gazetteer found in one field: the model says where a
 * name stands and of what type it is, the gazetteer what it may mean. A name that only the
 * gazetteer knows is taken where the model found nothing.
 */
final class Spotter {
  private static final Comparator<Spot> BY_START =
      Comparator.comparingInt(spot -> spot.span().start());

  private final Field field;
  private final String text;
  private final List<Hit> hits;

  Spotter(Field field, String text, List<Hit> hits) {
    this.field = field;
    this.text = text;
    this.hits = hits;
  }

  List<Spot> spots(List<Named> names) {
    List<Spot> read = new ArrayList<>();
    for (Named name : names) {
      Named bare = Titles.leftOut(name, text);
      if (!isDemonym(bare.span())) read.add(spot(withoutOffice(bare)));
    }
    read.sort(BY_START);
    List<Spot> spots = new ArrayList<>();
    Set<Spot> replaced = new HashSet<>();
    int from = 0;
    for (Hit hit : hits) {
      while (from < read.size() && read.get(from).span().end() <= hit.start()) from++;
      List<Spot> met = met(hit, read, from);
      if (isDemonym(hit) || met.isEmpty()) spots.add(spot(hit));
      else if (isLonger(hit, met)) {
        replaced.addAll(met);
        spots.add(spot(hit));
      }
    }
    read.removeAll(replaced);
    spots.addAll(read);
    spots.sort(BY_START);
    return spots;
  }

  /** The model's names that a hit overlaps; both are in order, none overlapping its like. */
  private static List<Spot> met(Hit hit, List<Spot> read, int from) {
    int to = from;
    while (to < read.size() && read.get(to).span().start() < hit.end()) to++;
    return read.subList(from, to);
  }

  /** A name of several words that holds all that the model saw there ("Rason" of "Rason SEZ"). */
  private static boolean isLonger(Hit hit, List<Spot> met) {
    boolean strong = hit.senses().get(0).guard() == Guard.NONE && hit.words() > 1;
    if (!strong || met.size() != 1) return false;
    Span read = met.get(0).span();
    return hit.start() <= read.start()
        && read.end() <= hit.end()
        && read.length() < hit.end() - hit.start();
  }

  static boolean isDemonym(Hit hit) {
    return hit.senses().get(0).guard() == Guard.DEMONYM;
  }

  /** The model took a people or its adjective for a name. */
  private boolean isDemonym(Span name) {
    int at = firstBehind(name.start());
    if (at == hits.size()) return false;
    Hit hit = hits.get(at);
    return hit.start() == name.start() && hit.end() == name.end() && isDemonym(hit);
  }

  /** "Defense Secretary Lloyd Austin": a known person at the end of a longer name is the name. */
  private Named withoutOffice(Named name) {
    int at = firstBehind(name.span().end() - 1);
    if (at == hits.size()) return name;
    Hit hit = hits.get(at);
    Sense first = hit.senses().get(0);
    boolean person =
        first.guard() == Guard.NONE
            && first.entity().type() == MentionType.PERSON
            && hit.words() > 1;
    boolean endsIt = hit.end() == name.span().end() && hit.start() > name.span().start();
    boolean office = name.type() == MentionType.PERSON || Titles.standsBefore(text, hit.start());
    if (!person || !endsIt || !office) return name;
    return new Named(new Span(hit.start(), hit.end()), MentionType.PERSON, name.confidence());
  }

  private Spot spot(Named name) {
    List<Sense> senses = List.of();
    int words = 1;
    for (int i = firstBehind(name.span().start() - 1); i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (hit.start() >= name.span().end()) break;
      if (isSame(hit, name.span()) && !isDemonym(hit)) {
        senses = hit.senses();
        words = hit.words();
      }
    }
    return new Spot(
        field,
        name.span(),
        name.span().of(text),
        name.type(),
        name.confidence(),
        words,
        true,
        senses);
  }

  /** The first hit that ends behind a place. */
  private int firstBehind(int unit) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hits.get(middle).end() > unit) high = middle;
      else low = middle + 1;
    }
    return low;
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
