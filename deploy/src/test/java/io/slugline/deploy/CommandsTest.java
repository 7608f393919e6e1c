package io.slugline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {

  @Test
  void everyCommandWithoutSubcommandsDoesSomething() {
    for (CommandLine command : leaves(Slugline.commandLine())) {
      assertThat(canRun(command)).as(command.getCommandSpec().qualifiedName()).isTrue();
    }
  }

  private static boolean canRun(CommandLine command) {
    Object does = command.getCommandSpec().userObject();
    if (!(does instanceof Method method))
      return does instanceof Callable || does instanceof Runnable;
    return method.getDeclaringClass().isInstance(command.getParent().getCommandSpec().userObject());
  }

  @Test
  void everyCommandExplainsItself() {
    for (CommandLine command : leaves(Slugline.commandLine())) {
      List<String> arguments =
          new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ")));
      arguments.remove(0);
      arguments.add("--help");
      StringWriter out = new StringWriter();

      int exit =
          Slugline.commandLine()
              .setOut(new PrintWriter(out))
              .execute(arguments.toArray(String[]::new));

      assertThat(exit).as("%s", arguments).isZero();
      assertThat(out.toString()).contains("Usage: slugline " + arguments.get(0));
    }
  }

  private static List<CommandLine> leaves(CommandLine command) {
    if (command.getSubcommands().isEmpty()) return List.of(command);
    return command.getSubcommands().values().stream().flatMap(sub -> leaves(sub).stream()).toList();
  }
}
