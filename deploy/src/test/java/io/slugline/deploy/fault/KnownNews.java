package io.slugline.deploy.fault;

import io.slugline.contract.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Articles whose outcome is known beforehand: of each ten, two tell of one event that the watch
 * looks for, and eight say nothing to anybody. No two events share their names.
 */
final class KnownNews {
  static final String WATCHES =
      """
      watches:
        - {id: quokkas, title: Quokkas on board, severity: warning, receiver: desk,
           query: quokka}
      """;

  /** What each title begins with, and no other does. */
  static final String TITLE = "Council ";

  private static final int SENTENCES = 8;
  private static final int ROUND = 10;
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private final Random random = new Random(20261127);
  private final Set<String> titles = new TreeSet<>();
  private int events;

  /** So many new articles, a JSON object each. */
  synchronized List<String> lines(int articles) {
    List<String> lines = new ArrayList<>();
    while (lines.size() < articles) {
      String event = text() + "It had a quokka on board";
      String title = title();
      events++;
      lines.add(line("first", title, event + "."));
      lines.add(line("second", title + " " + name(), event + ", witnesses said."));
      for (int i = 2; i < ROUND; i++) lines.add(line("paper" + i, title(), text()));
    }
    return lines;
  }

  /** Those of all articles so far. */
  synchronized Set<String> titles() {
    return Set.copyOf(titles);
  }

  /** How many events there have been so far, each of which is one alert. */
  synchronized int events() {
    return events;
  }

  private String line(String source, String title, String text) {
    titles.add(title);
    return Json.write(
        Map.of("id", title, "source", source, "title", title, "lang", "en", "text", text));
  }

  private String title() {
    return TITLE + name() + " " + name() + " " + name();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SENTENCES; i++) {
      text.append("The people of ").append(name()).append(" have told the ").append(name());
      text.append(" that they will go to ").append(name()).append(" with a ").append(name());
      text.append(" and some ").append(name()).append(". ");
    }
    return text.toString();
  }

  /** A word that there is not. */
  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
    }
    return name.toString();
  }
}
