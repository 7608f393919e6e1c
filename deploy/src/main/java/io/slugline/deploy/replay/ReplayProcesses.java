package io.slugline.deploy.replay;

import io.slugline.deploy.command.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps of replays, each {@code slugline replay} in a process of its own, since this one may have
 * receivers. They end with it: what ran is paused then.
 */
public final class ReplayProcesses implements AutoCloseable {
  private final Path folder;
  private final List<String> place;
  private final Map<String, Process> last = new HashMap<>();

  /**
   * @param folder takes what they say
   * @param place the options that name the cluster, its configuration and where stores lie
   */
  public ReplayProcesses(Path folder, List<String> place) {
    this.folder = folder;
    this.place = List.copyOf(place);
  }

  /**
   * Begins a step.
   *
   * @throws IllegalArgumentException when another step of that replay goes on
   */
  synchronized void begin(String id, String step) {
    Process before = last.get(id);
    if (before != null && before.isAlive()) {
      throw new IllegalArgumentException("a step of replay " + id + " goes on");
    }
    try {
      Files.createDirectories(folder);
      last.put(
          id,
          new ProcessBuilder(command(id, step))
              .redirectErrorStream(true)
              .redirectOutput(log(id).toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot begin " + step + " of replay " + id, e);
    }
  }

  /** The last line of the last step that was begun here; empty for none. */
  synchronized String said(String id) {
    if (!last.containsKey(id)) return "";
    try {
      List<String> lines = Files.readAllLines(log(id));
      return lines.isEmpty() ? "begins" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what replay " + id + " said", e);
    }
  }

  @Override
  public synchronized void close() throws InterruptedException {
    last.values().forEach(Process::destroy);
    for (Process process : last.values()) process.waitFor();
  }

  private Path log(String id) {
    return folder.resolve(id + ".log");
  }

  private List<String> command(String id, String step) {
    List<String> arguments = new ArrayList<>(List.of("replay", step, id));
    arguments.addAll(place);
    return OwnProcess.command(List.of("-Dslugline.terminal=false"), arguments);
  }
}
