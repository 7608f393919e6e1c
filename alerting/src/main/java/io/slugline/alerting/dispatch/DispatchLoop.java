package io.slugline.alerting.dispatch;

import io.slugline.alerting.AlertConfig;
import io.slugline.alerting.silence.Silences;
import io.slugline.contract.Cluster;
import io.slugline.contract.Delivery;
import io.slugline.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that reads alerts, orders and deliveries, and writes the minutes. */
final class DispatchLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
  private static final Duration REMEMBERED = Duration.ofDays(3);
  private static final Duration CATCH_UP = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);

  private final Cluster cluster;
  private final AlertConfig config;
  private final Clock clock;
  private final Silences silences = new Silences();
  private final Sent sent = new Sent();
  private final Firing firing = new Firing();
  private final Muted muted = new Muted();
  private final SilenceEnds silenceEnds = new SilenceEnds(silences, firing);
  private final Routes routes;
  private final Progress progress = new Progress();
  private final DeliveriesTopic journal;
  private final Lanes lanes;
  private final Dispatcher dispatcher;
  private final AlertReader reader;
  private final Thread thread = new Thread(this::run, "dispatch");
  private final AtomicReference<String> problem = new AtomicReference<>();
  private volatile boolean stopping;
  private volatile boolean ready;
  private volatile BooleanSupplier allWell = () -> false;
  private Instant nextTick = Instant.EPOCH;

  DispatchLoop(Cluster cluster, AlertConfig config, DispatchCounters counters, Clock clock) {
    this.cluster = cluster;
    this.config = config;
    this.clock = clock;
    journal = new DeliveriesTopic(cluster, clock, this::told);
    Recorder recorder = new Recorder(journal, progress, counters, clock);
    lanes = new Lanes(config, recorder, clock);
    Gates gates = new Gates(lanes::wants, silences, sent, clock);
    routes = new Routes(lanes.names(), config.fallback());
    dispatcher = new Dispatcher(routes, gates, lanes::add, recorder, progress, counters);
    lanes.fallbackTo(dispatcher::reroute);
    counters.countWaiting(progress::waiting);
    reader = new AlertReader(cluster, config.instance(), progress, counters);
    thread.setUncaughtExceptionHandler(this::died);
  }

  void start() {
    lanes.start(this::died);
    thread.start();
    LOG.info("dispatch started for receivers {}", lanes.names());
  }

  Optional<String> problem() {
    return Optional.ofNullable(problem.get()).or(journal::problem);
  }

  boolean ready() {
    return ready && problem().isEmpty();
  }

  void heartbeatWhile(BooleanSupplier well) {
    allWell = well;
  }

  List<String> waiting() {
    return lanes.waiting();
  }

  boolean isIdle() {
    return ready && reader.isAtEnd() && lanes.areIdle();
  }

  @Override
  public void close() {
    stopping = true;
    reader.wakeup();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lanes.close();
    journal.close();
  }

  private void run() {
    try (Follower follower = new Follower(cluster);
        AlertReader closing = reader) {
      follow(follower);
      closing.subscribe(() -> follower.catchUp(CATCH_UP), this::settle);
      while (!stopping) turn(follower);
      settle();
      closing.commit();
    }
    ready = false;
  }

  private void died(Thread of, Throwable cause) {
    problem.compareAndSet(null, of.getName() + " died: " + cause);
    LOG.error("{} died", of.getName(), cause);
    ready = false;
  }

  private void follow(Follower follower) {
    Instant now = clock.instant();
    follower.follow(cluster, Topics.ACTIONS, Instant.EPOCH, silences::take);
    follower.follow(cluster, Topics.DELIVERIES, now.minus(REMEMBERED), this::told);
    Instant couldFire = now.minus(config.quietAfter()).minus(Duration.ofHours(1));
    follower.follow(cluster, Topics.ALERTS, couldFire, firing::take);
    follower.catchUp(CATCH_UP);
  }

  private void turn(Follower follower) {
    follower.poll();
    try {
      reader.poll(dispatcher);
    } catch (WakeupException e) {
      LOG.debug("woken to stop");
      return;
    }
    ready = reader.isAssigned();
    Instant now = clock.instant();
    tellWhatSilencesHeld(now);
    if (now.isBefore(nextTick)) return;
    nextTick = now.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
    eachMinute(now);
  }

  private void eachMinute(Instant now) {
    journal.tick();
    silenceEnds.warningsAt(now, reader::owns, routes).stream()
        .filter(warning -> !sent.isSettled(warning.id()))
        .forEach(lanes::warn);
    silenceEnds.ordersAt(now).forEach(journal::order);
    silences.endBy(now);
    sent.forgetBefore(now.minus(REMEMBERED));
    muted.forgetBefore(now.minus(REMEMBERED));
    firing.forgetResolved();
    lanes.refresh(firing.live(), sent);
    if (allWell.getAsBoolean()) lanes.beat(config.heartbeat());
  }

  private void told(Delivery delivery) {
    sent.take(delivery);
    muted.take(delivery);
  }

  private void tellWhatSilencesHeld(Instant now) {
    muted
        .takeFree(firing, silences, reader::owns, now)
        .forEach(
            (receiver, changes) ->
                lanes.addSummary(receiver, changes, changes.size() + " alerts after a silence"));
  }

  /** Nothing of ours is under way any more, and what was is written down. */
  private void settle() {
    lanes.clear();
    journal.flush();
  }
}
