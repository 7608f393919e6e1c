package io.slugline.deploy.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of ours in a process of its own, started as this one was. */
public final class OwnProcess {
  private static final String MAIN = "io.slugline.deploy.Slugline";

  private OwnProcess() {}

  /**
   * The words that start it.
   *
   * @param options for its virtual machine, beside those that this one has
   * @param arguments the command and its options
   */
  public static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    return command;
  }
}
