package io.slugline.deploy.run;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.Lines;
import io.slugline.deploy.topic.Members;
import io.slugline.deploy.topic.Presence;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.Succession;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live's enrich: it stops while a replay is promoted or rolled back, and goes on under the name of
 * what makes live from then on. When whoever hands it over is gone before that is done, it goes on
 * as before, and sees to it that nothing more comes of what was begun.
 *
 * <p>Whoever hands it over says so first and then looks whether the group is empty; this joins the
 * group first and then looks whether that was said. So one of them sees the other, whoever comes
 * first, and nothing is worked on while it is handed over.
 */
final class LiveEnrich implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveEnrich.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration LOOK_WHILE_JOINING = Duration.ofMillis(50);

  private final Cluster cluster;
  private final Function<Succession, EnrichApp> starter;
  private final TopicReader<Replay> replays;
  private final Admin admin;
  private final Map<String, Replay> known = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::follow, "handover");
  private volatile List<String> groups = List.of();

  /** Members of its group when it started: whoever takes one's place has a new id there. */
  private Set<String> before = Set.of();

  private Succession succession = Succession.NONE;
  private volatile boolean working;
  private volatile @Nullable EnrichApp app;
  private volatile @Nullable String problem;
  private volatile boolean stopping;

  private LiveEnrich(Cluster cluster, Function<Succession, EnrichApp> starter) {
    this.cluster = cluster;
    this.starter = starter;
    this.replays = TopicReader.fromBeginning(cluster, Topics.REPLAYS);
    this.admin = Admin.create(cluster.clientProperties());
  }

  /** Starts it, unless it is being handed over. */
  static LiveEnrich start(Cluster cluster, Function<Succession, EnrichApp> starter)
      throws ExecutionException, InterruptedException {
    LiveEnrich live = new LiveEnrich(cluster, starter);
    live.catchUp();
    live.adjust();
    live.thread.setDaemon(true);
    live.thread.start();
    return live;
  }

  Optional<String> problem() {
    String broken = problem;
    if (broken != null) return Optional.of(broken);
    EnrichApp running = app;
    return running == null ? Optional.empty() : running.problem();
  }

  /** Not while it is handed over. */
  boolean ready() {
    EnrichApp running = app;
    return running != null && working && running.ready();
  }

  /** The consumer groups of live. */
  List<String> groups() {
    return groups;
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
    EnrichApp running = app;
    if (running != null) running.close();
    replays.close();
    admin.close();
  }

  private void follow() {
    try {
      while (!stopping) {
        replays.poll(app == null || working ? LOOK_EVERY : LOOK_WHILE_JOINING).forEach(this::note);
        tryToAdjust();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      log.error("enrich cannot follow what becomes of replays", e);
      problem = "enrich cannot follow what becomes of replays: " + e;
    }
  }

  /** Later, when the cluster does not answer now. */
  private void tryToAdjust() throws ExecutionException, InterruptedException {
    try {
      adjust();
    } catch (RetriableException e) {
      log.warn("enrich looks again what becomes of replays", e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof RetriableException)) throw e;
      log.warn("enrich looks again what becomes of replays", e);
    }
  }

  private void adjust() throws ExecutionException, InterruptedException {
    EnrichApp running = app;
    boolean joined = running != null && !working && hasJoined(running);
    if (joined) catchUp();
    boolean held = isPromised() && Presence.isClaimed(admin, cluster);
    boolean succeeded = !Lines.succession(known.values()).equals(succession);
    if (running == null) {
      if (!held) begin();
    } else if (held || succeeded) {
      log.info("enrich stops, to be handed over");
      app = null;
      working = false;
      running.leave();
    } else if (joined) {
      running.work();
      working = true;
    }
  }

  private void begin() throws ExecutionException, InterruptedException {
    if (isPromised()) Presence.breakOff(cluster);
    catchUp();
    groups = Lines.groups(List.copyOf(known.values()));
    succession = Lines.succession(known.values());
    before = members().stream().map(MemberDescription::consumerId).collect(Collectors.toSet());
    app = starter.apply(succession);
  }

  private boolean hasJoined(EnrichApp running) throws ExecutionException, InterruptedException {
    return members().stream()
        .filter(member -> !before.contains(member.consumerId()))
        .anyMatch(member -> member.groupInstanceId().filter(running::isThread).isPresent());
  }

  private Collection<MemberDescription> members() throws ExecutionException, InterruptedException {
    return Members.of(admin, cluster.idOf(groups.get(0)));
  }

  private boolean isPromised() {
    return known.values().stream().anyMatch(replay -> replay.state() == Replay.State.PROMOTING);
  }

  private void catchUp() {
    while (!replays.atEnd()) replays.poll(LOOK_EVERY).forEach(this::note);
  }

  private void note(Replay replay) {
    known.put(replay.id(), replay);
  }
}
