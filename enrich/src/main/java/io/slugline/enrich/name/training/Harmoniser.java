package io.slugline.enrich.name.training;

import io.slugline.contract.MentionType;
import io.slugline.enrich.name.training.Document.Marked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the corpora to one convention: peoples ("Turkish") are no places, an article before a name
 * and a title before a person are no part of it.
 */
public final class Harmoniser {
  private static final Set<String> SHORT_TITLES =
      Set.of("Mr", "Ms", "Mrs", "Dr", "Gen", "Col", "Lt", "Sgt", "Sen", "Prof");

  private final Set<String> demonyms;
  private final Set<String> titles;

  private Harmoniser(Set<String> demonyms, Set<String> titles) {
    this.demonyms = demonyms;
    this.titles = titles;
  }

  public static Harmoniser load() {
    return new Harmoniser(lines("demonyms.txt"), lines("/io/slugline/enrich/name/titles.txt"));
  }

  public Document harmonised(Document document) {
    List<Marked> names = new ArrayList<>();
    for (Marked name : document.names()) {
      Marked bare = withoutTitles(withoutArticle(name, document.text()), document.text());
      String words = document.text().substring(bare.start(), bare.end());
      boolean title = bare.type() == MentionType.PERSON && titles.contains(words);
      if (!title && !demonyms.contains(words)) names.add(bare);
    }
    return new Document(document.id(), document.text(), names);
  }

  private static Marked withoutArticle(Marked name, String text) {
    String words = text.substring(name.start(), name.end());
    boolean place = name.type() == MentionType.LOCATION && !words.equals("The Hague");
    boolean article = words.startsWith("the ") || place && words.startsWith("The ");
    return article ? new Marked(name.start() + 4, name.end(), name.type()) : name;
  }

  private Marked withoutTitles(Marked name, String text) {
    if (name.type() != MentionType.PERSON) return name;
    int start = name.start();
    for (int space = text.indexOf(' ', start);
        space > 0 && space < name.end() && titles.contains(text.substring(start, space));
        space = text.indexOf(' ', start)) {
      start = space + 1;
    }
    return new Marked(start, name.end(), name.type());
  }

  /** The document as a British newspaper writes it: "Mr" without a full stop. */
  public static Document withoutStops(Document document) {
    String text = document.text();
    StringBuilder bare = new StringBuilder();
    int[] moved = new int[text.length() + 1];
    for (int at = 0; at < text.length(); at++) {
      moved[at] = bare.length();
      boolean stop = text.charAt(at) == '.' && text.startsWith(" ", at + 1);
      String word = stop ? text.substring(text.lastIndexOf(' ', at) + 1, at) : "";
      if (!SHORT_TITLES.contains(word)) bare.append(text.charAt(at));
    }
    moved[text.length()] = bare.length();
    List<Marked> names =
        document.names().stream()
            .map(name -> new Marked(moved[name.start()], moved[name.end()], name.type()))
            .toList();
    return new Document(document.id(), bare.toString(), names);
  }

  private static Set<String> lines(String resource) {
    InputStream stream =
        Objects.requireNonNull(Harmoniser.class.getResourceAsStream(resource), resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
