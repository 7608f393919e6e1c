package io.slugline.alerting.console.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people of a users file: one {@code NAME:ROLE:HASH} a line, {@code #} for a remark. */
public final class Users {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

  // Asked for a name that is not there, so that the time an answer takes tells nothing.
  private static final PasswordHash NOBODY =
      PasswordHash.parse(
          "pbkdf2-sha256$600000$AAAAAAAAAAAAAAAAAAAAAA==$"
              + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

  private final Map<String, User> users;

  private Users(Map<String, User> users) {
    this.users = Map.copyOf(users);
  }

  private record User(Person person, PasswordHash hash) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with every line that is wrong
   */
  public static Users read(Path file) {
    Map<String, User> users = new HashMap<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) continue;
      try {
        User user = user(line.strip());
        if (users.put(user.person().name(), user) != null) {
          problems.add(file + ": line " + number + ": this name appears twice");
        }
      } catch (IllegalArgumentException e) {
        problems.add(file + ": line " + number + ": " + e.getMessage());
      }
    }
    if (users.isEmpty() && problems.isEmpty()) problems.add(file + ": nobody is in it");
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
    return new Users(users);
  }

  /** The person, when the password is theirs. */
  public Optional<Person> authenticate(String name, char[] password) {
    User user = users.get(name);
    boolean fits = (user == null ? NOBODY : user.hash()).fits(password);
    return user != null && fits ? Optional.of(user.person()) : Optional.empty();
  }

  /** One line of the file. */
  public static String line(Person person, PasswordHash hash) {
    String line = person.name() + ":" + person.role().word() + ":" + hash;
    user(line);
    return line;
  }

  private static User user(String line) {
    String[] parts = line.split(":", 3);
    if (parts.length != 3) throw new IllegalArgumentException("not NAME:ROLE:HASH");
    if (!parts[0].matches(NAME)) throw new IllegalArgumentException("not a name: " + parts[0]);
    return new User(new Person(parts[0], role(parts[1])), PasswordHash.parse(parts[2]));
  }

  private static Role role(String word) {
    try {
      return Role.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no role " + word + ": viewer, operator or editor", e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the users file " + file, e);
    }
  }
}
