package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code samples/follow.py}, run by the system's Python. */
final class PythonFollower {
  private static final String PYTHON = "/usr/bin/python3";

  private PythonFollower() {}

  /** Whether Python and its Kafka package are there. */
  static boolean isPossible() {
    try {
      return ran(List.of(PYTHON, "-c", "import confluent_kafka")).code() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** One line for each article. */
  static List<String> state(Cluster cluster) {
    Ran follower =
        ran(
            List.of(
                PYTHON, "samples/follow.py", cluster.bootstrapServers(), cluster.topicPrefix()));
    if (follower.code() != 0) throw new IllegalStateException(follower.output());
    return follower.output().lines().toList();
  }

  private record Ran(int code, String output) {}

  private static Ran ran(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
