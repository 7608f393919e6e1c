package io.slugline.deploy.topic;

import io.slugline.alerting.watch.Succession;
import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts a whole watch list on the {@code watches} topic: what is missing from it gets a tombstone.
 */
public final class WatchUpload {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Cluster cluster;

  public WatchUpload(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * What was done: how many watches are new or changed, removed, and as they were.
   *
   * @param names changes of what entity terms stand for, in words
   */
  public record Outcome(int changed, int removed, int unchanged, List<String> names) {

    public Outcome {
      names = List.copyOf(names);
    }
  }

  /** The watches that are in force. */
  public Map<String, Watch> current() {
    Map<String, Watch> watches = new TreeMap<>();
    try (TopicReader<Watch> reader = TopicReader.fromBeginning(cluster, Topics.WATCHES)) {
      while (!reader.atEnd()) {
        reader.forEach(PATIENCE, (id, watch) -> put(watches, id, watch));
      }
    }
    return watches;
  }

  /**
   * Replaces the list. A watch that is as it was keeps its version; one whose entities have other
   * names now is a new version, whoever wrote it.
   */
  public Outcome replaceWith(List<Watch> list) throws Exception {
    Plan plan = plan(current(), EntityNames.into(list), this::asShadow);
    write(plan.changes());
    return plan.outcome();
  }

  /** What has to be written, null for a tombstone, and what is to be said of it. */
  record Plan(Map<String, @Nullable Watch> changes, Outcome outcome) {}

  /**
   * @param asShadow counts what a shadow did
   */
  static Plan plan(
      Map<String, Watch> inForce, List<Watch> list, Function<Watch, Watch.Promotion> asShadow) {
    Map<String, Watch> old = new TreeMap<>(inForce);
    Map<String, @Nullable Watch> changes = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (Watch watch : list) {
      Watch before = old.remove(watch.id());
      if (before == null || !sameOrder(before, watch)) {
        changes.put(watch.id(), Succession.next(before, watch, asShadow));
        if (before != null) names.addAll(EntityNames.changes(before, watch));
      }
    }
    int changed = changes.size();
    old.keySet().forEach(missing -> changes.put(missing, null));
    return new Plan(changes, new Outcome(changed, old.size(), list.size() - changed, names));
  }

  /** What the topics tell of its time as a shadow. */
  private Watch.Promotion asShadow(Watch shadow) {
    Set<String> alerts = new HashSet<>();
    Set<String> irrelevant = new HashSet<>();
    Instant since = shadow.effectiveFrom();
    TopicScan.values(
        cluster,
        Topics.ALERTS,
        alert -> {
          boolean isIts = alert.watch().equals(shadow.id()) && alert.shadow();
          if (isIts && !alert.firedAt().isBefore(since)) alerts.add(alert.alert());
        });
    TopicScan.values(
        cluster,
        Topics.ACTIONS,
        action -> {
          String alert = action.target().alert();
          if (action.kind() == Action.Kind.IRRELEVANT && alert != null) irrelevant.add(alert);
        });
    irrelevant.retainAll(alerts);
    return new Watch.Promotion(since, alerts.size(), irrelevant.size());
  }

  private void write(Map<String, @Nullable Watch> changes) throws Exception {
    Map<String, Object> client = cluster.clientProperties();
    client.put("acks", "all");
    try (Producer<String, Watch> producer =
        new KafkaProducer<>(
            client,
            Topics.WATCHES.keySerde().serializer(),
            Topics.WATCHES.valueSerde().serializer())) {
      List<Future<?>> sent = new ArrayList<>();
      changes.forEach(
          (id, watch) ->
              sent.add(
                  producer.send(new ProducerRecord<>(cluster.nameOf(Topics.WATCHES), id, watch))));
      for (Future<?> each : sent) each.get();
    }
  }

  private static void put(Map<String, Watch> watches, String id, @Nullable Watch watch) {
    if (watch == null) watches.remove(id);
    else watches.put(id, watch);
  }

  /** Whether both ask for the same, whoever wrote them and when, by whichever gazetteer. */
  private static boolean sameOrder(Watch before, Watch after) {
    return EntityNames.names(before.entities()).equals(EntityNames.names(after.entities()))
        && after
            .numbered(before.version())
            .standingFor(before.entities())
            .promotedOn(before.promotion())
            .equals(before.written(after.author(), after.effectiveFrom()));
  }
}
