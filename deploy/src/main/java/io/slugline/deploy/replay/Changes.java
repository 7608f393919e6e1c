package io.slugline.deploy.replay;

import io.slugline.contract.Replay;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay's next record, from the one before. */
record Changes(Replay replay, Instant now) {

  Replay to(Replay.State state) {
    return with(state, replay.progress(), null);
  }

  Replay with(Replay.State state, Replay.Progress progress, @Nullable String problem) {
    return made(state, replay.range(), replay.versions(), progress, problem, replay.handOver());
  }

  /** One that is being promoted stays so while it catches up. */
  Replay running(Map<String, String> versions) {
    return made(
        unlessPromoting(Replay.State.RUNNING),
        replay.range(),
        versions,
        replay.progress(),
        null,
        replay.handOver());
  }

  Replay done() {
    return to(unlessPromoting(Replay.State.DONE));
  }

  private Replay.State unlessPromoting(Replay.State next) {
    return replay.state() == Replay.State.PROMOTING ? Replay.State.PROMOTING : next;
  }

  Replay over(Replay.Range range) {
    return made(
        replay.state(),
        range,
        replay.versions(),
        replay.progress(),
        replay.problem(),
        replay.handOver());
  }

  Replay handedOver(Replay.State state, Replay.HandOver handOver) {
    return made(state, replay.range(), replay.versions(), replay.progress(), null, handOver);
  }

  private Replay made(
      Replay.State state,
      Replay.Range range,
      Map<String, String> versions,
      Replay.Progress progress,
      @Nullable String problem,
      Replay.@Nullable HandOver handOver) {
    return new Replay(
        replay.id(),
        state,
        replay.by(),
        replay.why(),
        replay.plannedAt(),
        now,
        range,
        versions,
        progress,
        problem,
        handOver);
  }
}
