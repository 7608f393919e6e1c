package io.slugline.deploy.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.config.SluglineConfig;
import io.slugline.deploy.run.Groups;
import io.slugline.deploy.run.Screen;
import io.slugline.deploy.run.Stopping;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.Register;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.Enricher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one replay from wherever it stands: feeds it, waits until the enrich topology behind the
 * fence has worked it off, and works out the alerts. It stops when it is told to, and goes on from
 * there the next time; all it needs lies on its topics.
 */
final class ReplayRun {
  private static final List<String> ENRICH = List.of("slugline-enrich");
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int AT_ONCE = 200;

  private final SluglineConfig config;
  private final Supplier<Enricher> models;
  private final Cluster live;
  private final Path state;
  private final Clock clock;
  private final Screen screen;
  private final Stopping stopping;
  private final long liveLag;

  /**
   * @param state folder for the stores
   * @param liveLag it waits as long as live is more records behind than that
   */
  ReplayRun(
      SluglineConfig config,
      Supplier<Enricher> models,
      Path state,
      Clock clock,
      Screen screen,
      Stopping stopping,
      long liveLag) {
    this.config = config;
    this.models = models;
    this.live = config.kafka().cluster();
    this.state = state;
    this.clock = clock;
    this.screen = screen;
    this.stopping = stopping;
    this.liveLag = liveLag;
  }

  /** Runs it until it is done, paused, or cannot go on; gives how it stands then. */
  Replay run(Replay planned) throws Exception {
    Fence fence = new Fence(config.kafka(), planned);
    fence.raise();
    Enricher enricher = models.get();
    Register register = new Register(live);
    Replay replay = register.put(changes(planned).running(enricher.versions()));
    try (Feed feed = new Feed(live, fence, replay);
        Groups own = new Groups(fence.inside(), ENRICH);
        Groups others = new Groups(live, Lines.groups(register.all()));
        TopicReader<Replay> orders = TopicReader.fromEnd(live, Topics.REPLAYS);
        EnrichApp enrich = enrich(fence, enricher, replay)) {
      Replay fed = new Work(replay, feed, own, others, orders, enrich).untilDone();
      if (fed.state() == Replay.State.PAUSED) return register.put(fed);
      replay = fed;
    }
    screen.say("replay " + replay.id() + ": every article is through, now the alerts");
    new Alerts(live, fence).write(replay, config.alerting().quietAfter());
    return register.put(changes(replay).done());
  }

  private EnrichApp enrich(Fence fence, Enricher enricher, Replay replay) {
    return EnrichApp.start(
        fence.inside(),
        config.enrich(),
        enricher,
        folder(state, replay).resolve("enrich"),
        new SimpleMeterRegistry());
  }

  /** Where a replay's stores lie. */
  static Path folder(Path state, Replay replay) {
    return state.resolve("replays").resolve(replay.id());
  }

  private Changes changes(Replay replay) {
    return new Changes(replay, clock.instant());
  }

  /** The part of a run in which articles are worked through. */
  private final class Work {
    private final Replay replay;
    private final Feed feed;
    private final Groups own;
    private final Groups others;
    private final TopicReader<Replay> orders;
    private final EnrichApp enrich;
    private final Pace pace;

    private Work(
        Replay replay,
        Feed feed,
        Groups own,
        Groups others,
        TopicReader<Replay> orders,
        EnrichApp enrich) {
      this.replay = replay;
      this.feed = feed;
      this.own = own;
      this.others = others;
      this.orders = orders;
      this.enrich = enrich;
      this.pace = new Pace(feed.fed());
    }

    private Replay untilDone() throws ExecutionException, InterruptedException {
      while (!stopping.within(LOOK_EVERY)) {
        if (enrich.problem().isPresent()) {
          screen.say("replay " + replay.id() + " stops: " + enrich.problem().get());
          return stand(Replay.State.PAUSED, enrich.problem().get());
        }
        if (isToldToPause()) return stand(Replay.State.PAUSED, null);
        Groups.Reading reading = own.look();
        if (feed.isDone() && reading.isIdle()) return stand(replay.state(), null);
        boolean mayFeed = feed.mustWait() ? reading.isIdle() : reading.lag() < AT_ONCE;
        if (mayFeed && !liveIsBehind()) feed.feed(AT_ONCE);
        screen.going(pace.line(replay.id(), feed.fed(), feed.total(), "articles"));
      }
      return stand(Replay.State.PAUSED, null);
    }

    private Replay stand(Replay.State next, @Nullable String problem) {
      double rate = pace.perSecond(feed.fed());
      Replay.Progress progress = new Replay.Progress(feed.fed(), feed.total(), rate);
      return changes(replay).with(next, progress, problem);
    }

    private boolean isToldToPause() {
      return orders.poll(Duration.ZERO).stream()
          .anyMatch(
              order -> order.id().equals(replay.id()) && order.state() == Replay.State.PAUSED);
    }

    private boolean liveIsBehind() throws ExecutionException, InterruptedException {
      Groups.Reading reading = others.look();
      return reading.stable() && reading.lag() > liveLag;
    }
  }
}
