package io.slugline.enrich.entity;

import io.slugline.contract.MentionType;
import io.slugline.contract.Span;
import java.util.Set;

/** Forms of address before a person's name: they are no part of it. */
final class Titles {
  private static final Set<String> TITLES =
      Set.of(
          "Mr",
          "Mr.",
          "Mrs",
          "Mrs.",
          "Ms",
          "Ms.",
          "Miss",
          "Dr",
          "Dr.",
          "Prof",
          "Prof.",
          "Professor",
          "Gen",
          "Gen.",
          "General",
          "Col",
          "Col.",
          "Colonel",
          "Lt",
          "Lt.",
          "Maj",
          "Maj.",
          "Capt",
          "Capt.",
          "Captain",
          "Sgt",
          "Sgt.",
          "Adm.",
          "Admiral",
          "Sen",
          "Sen.",
          "Senator",
          "Rep.",
          "Gov.",
          "Governor",
          "President",
          "Justice",
          "Judge",
          "Minister",
          "Ambassador",
          "Chancellor",
          "Premier",
          "Hon.",
          "Rev.",
          "Secretary");

  private Titles() {}

  /** The word before a place is a form of address. */
  static boolean standsBefore(String text, int start) {
    int space = text.lastIndexOf(' ', start - 2);
    return start > 1 && TITLES.contains(text.substring(space + 1, start - 1));
  }

  /** The name without its forms of address; as it was when nothing else would be left. */
  static Named leftOut(Named name, String text) {
    if (name.type() != MentionType.PERSON) return name;
    int start = name.span().start();
    int space = text.indexOf(' ', start);
    while (space > 0
        && space + 1 < name.span().end()
        && TITLES.contains(text.substring(start, space))) {
      start = space + 1;
      space = text.indexOf(' ', start);
    }
    return new Named(new Span(start, name.span().end()), name.type(), name.confidence());
  }
}
