package io.slugline.deploy.replay;

import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.deploy.topic.Register;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Replays as the command line and the console know them: looked at, compared, paused. */
public final class KnownReplays implements Outside.Replays {
  private static final int EXAMPLES = 5;

  private final Cluster live;
  private final Register register;
  private final Planner planner;
  private final @Nullable ReplayProcesses processes;

  /**
   * @param window how long a story without news stays open
   * @param processes carries steps out; null where nothing can
   */
  public KnownReplays(Cluster live, Duration window, @Nullable ReplayProcesses processes) {
    this.live = live;
    this.register = new Register(live);
    this.planner = new Planner(live, window);
    this.processes = processes;
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
    put(new Changes(replay, Instant.now()).to(Replay.State.PAUSED));
  }

  @Override
  public void plan(String why, int days, String by) {
    Instant now = Instant.now();
    Instant from = days == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(days));
    Replay.Range range = planner.range(from, now, null, null, null);
    put(planner.plan(register.freeId(), by, why, range, now));
  }

  @Override
  public boolean canBegin() {
    return processes != null;
  }

  @Override
  public void begin(String id, Step step) {
    if (processes == null) throw new IllegalArgumentException("no step can be begun here");
    processes.begin(register.need(id).id(), step.word());
  }

  @Override
  public String said(String id) {
    return processes == null ? "" : processes.said(id);
  }

  private void put(Replay replay) {
    try {
      register.put(replay);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write down what becomes of " + replay.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Comparison difference(String id) {
    Difference found = compare(live, id);
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
  static Difference compare(Cluster live, String id) {
    Replay replay = new Register(live).need(id);
    if (replay.state() != Replay.State.DONE && replay.state() != Replay.State.PROMOTED) {
      throw new IllegalArgumentException("replay " + id + " is " + replay.state().word());
    }
    Side before = Side.read(live, replay.range());
    Side after = Side.read(live.under(replay.prefix()), replay.range());
    return Difference.between(before, after, replay.range());
  }
}
