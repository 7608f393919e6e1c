package io.slugline.deploy.replay;

import static io.slugline.contract.Replay.State.DONE;
import static io.slugline.contract.Replay.State.PROMOTED;
import static io.slugline.contract.Replay.State.PROMOTING;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.Presence;
import io.slugline.deploy.topic.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** What must hold before a replay is promoted or rolled back, and then that. */
final class HandingOver {
  /** A process that was killed is a member of its group for 45 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Cluster live;
  private final Register register;
  private final Promotion promotion;
  private final Consumer<String> told;

  /**
   * @param told takes what it waits for, in words
   */
  HandingOver(Cluster live, Consumer<String> told) {
    this.live = live;
    this.told = told;
    this.register = new Register(live);
    this.promotion = new Promotion(live);
  }

  /** Lets a replay go on over a longer range. */
  interface Run {
    Replay over(Replay longer) throws Exception;
  }

  /** It is not the time for it; says why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * Lets the replay catch up with live, first while that goes on and then, when it has stopped,
   * with the rest; and makes it the live one.
   */
  Promotion.Done promote(String id, Run run) throws Exception {
    Replay replay = register.need(id);
    Replay.Range range = replay.range();
    boolean brokenOff = replay.state() == Replay.State.PROMOTING;
    if ((replay.state() != Replay.State.DONE && !brokenOff) || replay.handOver() != null) {
      throw new Refused("only one that is done, and was not promoted before, can be promoted");
    }
    if (!range.countsAll()) {
      throw new Refused("one of a single source, story or watch shows a difference, and no more");
    }
    if (!promotion.startsAtBeginning(range)) {
      throw new Refused("it lacks older articles: plan one from the beginning");
    }
    String application = Lines.application(register.all());
    Replay near = caughtUp(new Changes(replay, Instant.now()).to(DONE), application, run);
    if (near.state() != DONE) throw new Refused("it did not catch up with live");
    return handedOver(
        near,
        application,
        (held, pen) -> {
          Replay caughtUp = caughtUp(held, application, run);
          if (caughtUp.state() != PROMOTING) throw new Refused("it did not catch up with live");
          return promotion.promote(caughtUp, application, pen);
        });
  }

  /** Takes the last promotion back. */
  Promotion.Done rollback(String id) throws Exception {
    Replay replay = register.need(id);
    Replay.HandOver made = replay.handOver();
    String application = Lines.application(register.all());
    boolean makesLive = application.equals(replay.prefix());
    boolean promoted = replay.state() == PROMOTED || replay.state() == PROMOTING;
    if (made == null || !promoted || !makesLive) {
      throw new Refused("only what was promoted last can be rolled back");
    }
    return handedOver(
        new Changes(replay, Instant.now()).to(PROMOTED),
        application,
        (held, pen) -> promotion.rollback(held, made, pen));
  }

  private interface Work {
    Promotion.Done on(Replay held, Producer<String, byte[]> pen) throws Exception;
  }

  /** Has live's enrich stop, does the work, and lets it go on; as before, if that failed. */
  private Promotion.Done handedOver(Replay replay, String application, Work work) throws Exception {
    try (Presence presence =
        Presence.claim(live).orElseThrow(() -> new Refused("another one is being handed over"))) {
      Replay held = register.put(new Changes(replay, Instant.now()).to(PROMOTING));
      boolean done = false;
      try {
        awaitStopped(application);
        Promotion.Done made = work.on(held, presence.pen());
        done = true;
        return made;
      } finally {
        if (!done) takeBack(replay);
      }
    }
  }

  /** Unless it was written down after all, and only the answer to that was lost. */
  private void takeBack(Replay replay) throws ExecutionException, InterruptedException {
    Presence.breakOff(live);
    if (register.need(replay.id()).state() != PROMOTING) return;
    register.put(new Changes(replay, Instant.now()).to(replay.state()));
  }

  private void awaitStopped(String application) throws Exception {
    told.accept("waits until live's enrich has stopped");
    for (Instant end = Instant.now().plus(PATIENCE); !promotion.isStopped(application); ) {
      if (Instant.now().isAfter(end)) {
        throw new Refused(
            "`slugline enrich` on " + live.bootstrapServers() + " did not stop: stop it first");
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  private Replay caughtUp(Replay replay, String application, Run run) throws Exception {
    Replay longer = longer(replay, promotion.upToLive(application, replay.range()));
    return isUpTo(longer.range(), replay.range()) ? replay : run.over(longer);
  }

  /** What people ordered since then counts too. */
  private boolean isUpTo(Replay.Range now, Replay.Range then) {
    return now.parts().equals(then.parts())
        && GivenOrder.of(live, now).equals(GivenOrder.of(live, then));
  }

  private static Replay longer(Replay replay, List<Replay.Part> parts) {
    Replay.Range range = replay.range();
    Instant now = Instant.now();
    return new Changes(replay, now)
        .over(new Replay.Range(range.from(), now, range.warmUpFrom(), null, null, null, parts));
  }
}
