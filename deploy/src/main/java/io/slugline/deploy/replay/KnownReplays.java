package io.slugline.deploy.replay;

import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.deploy.topic.Register;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Replays as the command line and the console know them: looked at, compared, paused. */
public final class KnownReplays implements Outside.Replays {
  private static final int EXAMPLES = 5;

  private final Cluster live;
  private final Register register;

  public KnownReplays(Cluster live) {
    this.live = live;
    this.register = new Register(live);
  }

  @Override
  public List<Replay> all() {
    return register.all();
  }

  @Override
  public void pause(String id) {
    Replay replay = register.need(id);
    if (replay.state() != Replay.State.RUNNING) {
      throw new IllegalArgumentException("replay " + id + " is " + replay.state().word());
    }
    try {
      register.put(new Changes(replay, Instant.now()).to(Replay.State.PAUSED));
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write the order to pause " + id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Comparison difference(String id) {
    Difference found = compare(id);
    StringWriter words = new StringWriter();
    new DiffLines(id, found).text(new PrintWriter(words, true), EXAMPLES);
    List<Bar> bars = new ArrayList<>();
    for (var part : Difference.Part.values()) {
      bars.add(new Bar("articles: " + part.name().toLowerCase(Locale.ROOT), found.count(part)));
    }
    for (String what : List.of("split", "merged")) {
      bars.add(new Bar("stories " + what, found.stories(what)));
    }
    for (String what : List.of("gained", "lost", "changed")) {
      bars.add(new Bar("alerts " + what, found.alerts(what)));
    }
    bars.add(new Bar("pages more", found.pages().more()));
    bars.add(new Bar("pages fewer", found.pages().fewer()));
    return new Comparison(bars, words.toString().lines().toList());
  }

  /**
   * Reads both sides.
   *
   * @throws IllegalArgumentException when the replay has no result yet
   */
  Difference compare(String id) {
    Replay replay = register.need(id);
    if (replay.state() != Replay.State.DONE && replay.state() != Replay.State.PROMOTED) {
      throw new IllegalArgumentException("replay " + id + " is " + replay.state().word());
    }
    Side before = Side.read(live, replay.range());
    Side after = Side.read(live.under(replay.prefix()), replay.range());
    return Difference.between(before, after, replay.range());
  }
}
