package io.slugline.alerting.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One line of the history: what happened, and who or what did it.
 *
 * @param who a person's name, or the stage
 * @param watch empty when it is about none in particular; so are {@code story} and {@code alerts}
 * @param page whether it asked for people to be interrupted
 * @param words what is shown
 */
public record Entry(
    Instant at,
    Kind kind,
    String who,
    String watch,
    String story,
    List<String> alerts,
    boolean page,
    String words) {

  public Entry {
    alerts = List.copyOf(alerts);
  }

  /** What kind of thing happened. */
  public enum Kind {
    ALERT,
    DELIVERED,
    WITHHELD,
    FAILED,
    ACTION,
    STORY,
    WATCH;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
