package io.slugline.alerting.console;

import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Replay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dead letters and replays in memory. */
final class Operations implements Outside.Letters, Outside.Replays {
  final List<Cause> causes = new ArrayList<>();
  final List<Replay> replays = new ArrayList<>();
  final List<String> orders = new ArrayList<>();

  Outside outside() {
    return new Outside(null, null, null, this, this, id -> true, Map::of, watch -> watch);
  }

  void failed(String words, Instant at) {
    causes.add(new Cause("3f2a", "enrich", "articles.raw", words, 3, 1, 0, at));
  }

  void ran(Replay.State state, String why, Instant at) {
    Replay.Range range =
        new Replay.Range(Instant.EPOCH, at, Instant.EPOCH, null, null, null, List.of());
    Replay.Progress progress = new Replay.Progress(50, 200, 25);
    replays.add(new Replay("r1", state, "bob", why, at, at, range, Map.of(), progress, null, null));
  }

  @Override
  public List<Cause> causes() {
    return causes;
  }

  @Override
  public String settle(String cause, boolean redrive, String by, String note) {
    orders.add((redrive ? "redrive " : "discard ") + cause + " by " + by + ": " + note);
    causes.clear();
    return "3 of 3 letters of " + cause + " sent back";
  }

  @Override
  public List<Replay> all() {
    return replays;
  }

  @Override
  public void plan(String why, int days, String by) {
    orders.add("plan " + why + " of " + days + " days by " + by);
  }

  @Override
  public boolean canBegin() {
    return true;
  }

  @Override
  public void begin(String id, Step step) {
    orders.add(step.word() + " " + id);
  }

  @Override
  public String said(String id) {
    return "it did not catch up with live";
  }

  @Override
  public void pause(String id) {
    orders.add("pause " + id);
  }

  @Override
  public Comparison difference(String id) {
    return new Comparison(
        List.of(new Bar("alerts gained", 2), new Bar("alerts lost", 0)),
        List.of("would have paged 2 more times"));
  }
}
