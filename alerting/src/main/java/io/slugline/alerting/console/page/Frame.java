package io.slugline.alerting.console.page;

import io.slugline.alerting.console.access.Person;
import io.slugline.alerting.console.access.Role;
import java.time.Instant;

/**
 * What stands around every screen.
 *
 * @param active which screen it is
 * @param token that its forms send back
 * @param leaves whether there is a session to leave
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param assets version of script and style
 * @param here path and query of this page
 */
public record Frame(
    String title,
    String active,
    Person person,
    String token,
    boolean leaves,
    String theme,
    String assets,
    String here,
    Instant now) {

  public boolean mayOperate() {
    return person.role().mayDoWhat(Role.OPERATOR);
  }

  public boolean mayEdit() {
    return person.role().mayDoWhat(Role.EDITOR);
  }

  public String nextTheme() {
    return switch (theme) {
      case "dark" -> "light";
      case "light" -> "auto";
      default -> "dark";
    };
  }
}
