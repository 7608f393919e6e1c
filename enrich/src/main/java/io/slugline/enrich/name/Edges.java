package io.slugline.enrich.name;

import io.slugline.contract.MentionType;
import io.slugline.enrich.token.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a person's name begins and ends: after the title, not within a double name. */
final class Edges {
  private final Set<String> titles;

  private Edges(Set<String> titles) {
    this.titles = titles;
  }

  static Edges load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(NameFinder.resource("titles.txt"), StandardCharsets.UTF_8))) {
      return new Edges(
          lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read titles.txt", e);
    }
  }

  List<Name> settle(Tokens tokens, List<Name> names) {
    List<Name> settled = new ArrayList<>();
    for (Name name : names) {
      Name own = settle(tokens, name);
      int before = settled.size() - 1;
      if (before >= 0 && settled.get(before).endToken() > own.firstToken()) settled.remove(before);
      settled.add(own);
    }
    return settled;
  }

  private Name settle(Tokens tokens, Name name) {
    if (name.type() != MentionType.PERSON) return name;
    int first = name.firstToken();
    while (first + 1 < name.endToken() && titles.contains(tokens.word(first))) first++;
    if (first == name.firstToken() && isHyphen(tokens, first - 1) && isCapital(tokens, first - 2)) {
      first -= 2;
    }
    int end = name.endToken();
    if (isHyphen(tokens, end) && isCapital(tokens, end + 1)) end += 2;
    return new Name(first, end, name.type(), name.confidence());
  }

  /** A hyphen that touches the words on both of its sides. */
  private static boolean isHyphen(Tokens tokens, int token) {
    if (token < 1 || token + 1 >= tokens.size()) return false;
    int start = tokens.start(token);
    return tokens.end(token) == start + 1
        && tokens.text().charAt(start) == '-'
        && tokens.end(token - 1) == start
        && tokens.start(token + 1) == start + 1;
  }

  private static boolean isCapital(Tokens tokens, int token) {
    return token >= 0
        && token < tokens.size()
        && Character.isUpperCase(tokens.text().charAt(tokens.start(token)));
  }
}
