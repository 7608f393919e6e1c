package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.Register;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** What must hold before a replay is promoted or rolled back, and then that. */
final class HandingOver {
  private final Cluster live;
  private final Register register;
  private final Promotion promotion;

  HandingOver(Cluster live) {
    this.live = live;
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

  /** Lets the replay catch up with where live stopped, and makes it the live one. */
  Promotion.Done promote(String id, Run run) throws Exception {
    Replay replay = register.need(id);
    Replay.Range range = replay.range();
    if (replay.state() != Replay.State.DONE || replay.handOver() != null) {
      throw new Refused("only one that is done, and was not promoted before, can be promoted");
    }
    if (range.source() != null || range.story() != null) {
      throw new Refused("one of a single source or story shows a difference, and no more");
    }
    if (!promotion.startsAtBeginning(range)) {
      throw new Refused("it lacks older articles: plan one from the beginning");
    }
    String application = Lines.application(register.all());
    needStopped(application);
    List<Replay.Part> upToLive = promotion.upToLive(application, range);
    Replay caughtUp = upToLive.equals(range.parts()) ? replay : run.over(longer(replay, upToLive));
    if (caughtUp.state() != Replay.State.DONE) throw new Refused("it did not catch up with live");
    return promotion.promote(caughtUp, application, Instant.now());
  }

  /** Takes the last promotion back. */
  Promotion.Done rollback(String id) throws Exception {
    Replay replay = register.need(id);
    Replay.HandOver made = replay.handOver();
    String application = Lines.application(register.all());
    boolean makesLive = application.equals(replay.prefix());
    if (made == null || replay.state() != Replay.State.PROMOTED || !makesLive) {
      throw new Refused("only what was promoted last can be rolled back");
    }
    needStopped(application);
    return promotion.rollback(replay, made, Instant.now());
  }

  private void needStopped(String application)
      throws Refused, ExecutionException, InterruptedException {
    if (promotion.isStopped(application)) return;
    throw new Refused(
        "stop `slugline enrich` on "
            + live.bootstrapServers()
            + " first; a killed one counts as"
            + " running for 45 s");
  }

  private static Replay longer(Replay replay, List<Replay.Part> parts) {
    Replay.Range range = replay.range();
    Instant now = Instant.now();
    return new Changes(replay, now)
        .over(new Replay.Range(range.from(), now, range.warmUpFrom(), null, null, parts));
  }
}
