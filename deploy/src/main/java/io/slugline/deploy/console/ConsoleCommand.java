package io.slugline.deploy.console;

import io.slugline.alerting.console.access.PasswordHash;
import io.slugline.alerting.console.access.Person;
import io.slugline.alerting.console.access.Role;
import io.slugline.alerting.console.access.Users;
import io.slugline.deploy.command.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slugline console user}: a line for the file that says who may use the console. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    description = "Who may use the console.")
public final class ConsoleCommand implements Runnable {
  private static final int SHORTEST_PASSWORD = 10;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Prints a line of the users file; reads the password from standard input.")
  int user(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              defaultValue = "viewer",
              paramLabel = "viewer|operator|editor",
              converter = RoleOf.class,
              description = "what they may do (${DEFAULT-VALUE})")
          Role role)
      throws IOException {
    char[] password = password();
    if (password.length < SHORTEST_PASSWORD) {
      throw new ParameterException(
          spec.commandLine(), "a password has at least " + SHORTEST_PASSWORD + " characters");
    }
    PasswordHash hash = PasswordHash.of(password, new SecureRandom());
    spec.commandLine().getOut().println(Users.line(new Person(name, role), hash));
    return ExitCode.DONE;
  }

  private static char[] password() throws IOException {
    if (System.console() != null) return System.console().readPassword("Password: ");
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? new char[0] : line.toCharArray();
  }

  /** Roles as people write them. */
  static final class RoleOf implements CommandLine.ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      return Role.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
