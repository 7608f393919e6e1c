package io.slugline.deploy.run;

import io.slugline.deploy.http.Stage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started: asked for its health as a whole, closed in reverse. */
final class Running implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Running.class);

  private final List<Stage> stages = new CopyOnWriteArrayList<>();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /** To be closed with the rest, from the moment it exists. */
  <T extends AutoCloseable> T closing(T part) {
    started.push(part);
    return part;
  }

  void stage(Stage stage) {
    stages.add(stage);
  }

  List<Stage> stages() {
    return List.copyOf(stages);
  }

  /** The first thing that keeps a stage from working. */
  Optional<String> problem() {
    return stages.stream()
        .flatMap(stage -> stage.problem().get().map(p -> stage.name() + ": " + p).stream())
        .findFirst();
  }

  boolean ready() {
    return stages.stream().allMatch(stage -> stage.ready().getAsBoolean());
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      AutoCloseable part = started.pop();
      try {
        part.close();
      } catch (Exception e) {
        log.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
