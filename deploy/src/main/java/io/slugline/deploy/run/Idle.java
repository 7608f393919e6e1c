package io.slugline.deploy.run;

import io.slugline.deploy.topic.Lines;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * When there is nothing left to do: every file settled, and every consumer group at its last stable
 * offset with nothing laid aside, in two readings that agree. Dispatch may stand before deliveries
 * whose receiver does not answer.
 */
final class Idle implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final LocalRunner runner;
  private final Groups groups;

  Idle(LocalRunner runner) {
    this.runner = runner;
    this.groups = new Groups(runner.cluster(), runner.enrich()::groups);
  }

  /** Takes two readings, a moment apart. */
  boolean now() throws ExecutionException, InterruptedException {
    Optional<Groups.Reading> first = reading();
    if (first.isEmpty()) return false;
    Thread.sleep(BETWEEN.toMillis());
    Optional<Groups.Reading> second = reading();
    return second.isPresent() && second.get().ends().equals(first.get().ends());
  }

  @Override
  public void close() {
    groups.close();
  }

  private Optional<Groups.Reading> reading() throws ExecutionException, InterruptedException {
    if (!runner.running().ready() || !runner.ingest().idle()) return Optional.empty();
    Groups.Reading reading = groups.look();
    String dispatch = runner.cluster().idOf(Lines.DISPATCH);
    boolean idle =
        reading.isIdleBut(dispatch)
            && runner.dispatch().idle()
            && runner.ingest().idle()
            && runner.alerting().waiting() == 0;
    return idle ? Optional.of(reading) : Optional.empty();
  }
}
