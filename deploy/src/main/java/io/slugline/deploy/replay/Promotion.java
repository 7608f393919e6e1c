package io.slugline.deploy.replay;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Encoded;
import io.slugline.contract.Repeat;
import io.slugline.contract.Replay;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.Members;
import io.slugline.deploy.topic.TopicScan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Makes a replay's result the live one, and back: while enrich is stopped, appends what differs in
 * one transaction together with the hand-over, which enrich reads when it starts again. Followers
 * of the topics see all of it or nothing.
 */
final class Promotion {
  private static final String ENRICH = "slugline-enrich";

  private final Cluster live;

  Promotion(Cluster live) {
    this.live = live;
  }

  /** What was done: how many records were appended, and how the replay stands. */
  record Done(Replay replay, int appended) {}

  /** Whether nobody makes live records now. */
  boolean isStopped(String application) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(live.clientProperties())) {
      return Members.of(admin, live.idOf(application + ENRICH)).isEmpty();
    }
  }

  /** Whether it read all that live may still have to know of. */
  boolean startsAtBeginning(Replay.Range range) {
    try (TopicScan scan = new TopicScan(live, Topics.ARTICLES_RAW)) {
      Map<Integer, Long> begins = new HashMap<>();
      scan.since(Instant.EPOCH).forEach(part -> begins.put(part.partition(), part.start()));
      return range.parts().stream()
          .allMatch(part -> part.start() <= begins.getOrDefault(part.partition(), 0L));
    }
  }

  /** How far live has worked, as the ends of a range. */
  List<Replay.Part> upToLive(String application, Replay.Range range)
      throws ExecutionException, InterruptedException, HandingOver.Refused {
    Map<TopicPartition, OffsetAndMetadata> worked = offsets(application);
    List<Replay.Part> parts = new ArrayList<>();
    for (Replay.Part part : range.parts()) {
      OffsetAndMetadata offset = worked.get(raw(part.partition()));
      long end = offset == null ? part.end() : offset.offset();
      if (end < part.end() && end < lastOf(part)) {
        throw new HandingOver.Refused(
            "live has not worked through what was replayed: start it, and let it catch up first");
      }
      parts.add(new Replay.Part(part.partition(), part.start(), Math.max(end, part.end())));
    }
    return parts;
  }

  /** Hands over from live to a replay that has caught up with it. */
  Done promote(Replay replay, String application, Producer<String, byte[]> pen)
      throws ExecutionException, InterruptedException {
    Cluster inside = live.under(replay.prefix());
    Set<String> erased = erased();
    Standing before = Standing.read(live).without(erased);
    Standing after = Standing.read(inside).without(erased);
    Superseding change = new Superseding(replay.id(), before, after, fed(inside));
    List<Encoded> records = change.records(live, inside);
    List<Repeat> repeats = repeats(replay, inside, before.articles().keySet());
    repeats.removeIf(repeat -> erased.contains(repeat.article()));
    startAt(replay.prefix(), offsets(application));
    Instant now = Instant.now();
    Replay.HandOver handOver =
        new Replay.HandOver(now, replay.prefix(), application, change.taken(), null, null);
    Replay promoted = new Changes(replay, now).handedOver(Replay.State.PROMOTED, handOver);
    append(records, repeats, promoted, pen);
    return new Done(promoted, records.size());
  }

  /** Hands back to whom made the live records before; it works through what came since. */
  Done rollback(Replay replay, Replay.HandOver made, Producer<String, byte[]> pen)
      throws ExecutionException, InterruptedException {
    Map<String, Long> first = new HashMap<>();
    Set<String> gained = new HashSet<>();
    made.taken().forEach((language, last) -> first.put(language, last + 1));
    readTold(replay.id(), first, gained);
    Set<String> erased = erased();
    Standing told = Standing.read(live);
    Instant repeating = latest(told.latestArrival());
    Standing before = told.without(erased);
    Standing after =
        Standing.read(live, (language, sequence) -> sequence < first.getOrDefault(language, 0L))
            .without(erased);
    Superseding change = new Superseding(replay.id(), before, after, gained);
    List<Encoded> records = change.records(live, live);
    Instant now = Instant.now();
    Replay.HandOver handOver =
        new Replay.HandOver(
            now, made.before(), made.application(), change.taken(), repeating, List.copyOf(erased));
    Replay back = new Changes(replay, now).handedOver(Replay.State.DONE, handOver);
    append(records, List.of(), back, pen);
    return new Done(back, records.size());
  }

  /** Articles of which nothing may be told any more. */
  private Set<String> erased() {
    Set<String> erased = new HashSet<>();
    TopicScan.values(
        live,
        Topics.ACTIONS,
        action -> {
          String article = action.target().article();
          if (action.kind() == Action.Kind.FORGET && article != null) erased.add(article);
        });
    return erased;
  }

  /** The raw articles that a replay was given. */
  private static Set<String> fed(Cluster inside) {
    Set<String> fed = new HashSet<>();
    TopicScan.all(inside, Topics.ARTICLES_RAW, record -> fed.add(record.key()));
    return fed;
  }

  /**
   * Reads what a replay's promotion told.
   *
   * @param first takes the first number of each language that it took
   * @param gained takes the raw articles that nothing had come of before
   */
  private void readTold(String replay, Map<String, Long> first, Set<String> gained) {
    Map<String, Long> told = new HashMap<>();
    TopicScan.all(
        live,
        Topics.ARTICLES_ENRICHED,
        record -> {
          var article = Alerts.read(Topics.ARTICLES_ENRICHED, record);
          var supersedes = article.supersedes();
          if (supersedes == null || !supersedes.replay().equals(replay)) return;
          told.merge(article.language(), article.sequence(), Math::min);
          if (supersedes.article() == null) gained.add(article.rawId());
        });
    first.putAll(told);
  }

  /** Arrival of the latest article that was told of, enriched or as a repeat. */
  private @Nullable Instant latest(@Nullable Instant enriched) {
    Instant[] latest = {enriched == null ? Instant.MIN : enriched};
    TopicScan.values(
        live,
        Topics.ARTICLES_REPEATED,
        repeat -> {
          if (repeat.arrivedAt().isAfter(latest[0])) latest[0] = repeat.arrivedAt();
        });
    return latest[0].equals(Instant.MIN) ? null : latest[0];
  }

  /** Repeats that live had read, but not told of, when it stopped. */
  private List<Repeat> repeats(Replay replay, Cluster inside, Set<String> enriched) {
    Set<String> told = new HashSet<>(enriched);
    TopicScan.values(live, Topics.ARTICLES_REPEATED, repeat -> told.add(repeat.rawId()));
    List<Repeat> repeats = new ArrayList<>();
    TopicScan.values(
        inside,
        Topics.ARTICLES_REPEATED,
        repeat -> {
          if (!told.contains(repeat.rawId())) repeats.add(repeat.toldBy(replay.id()));
        });
    return repeats;
  }

  private void append(
      List<Encoded> records, List<Repeat> repeats, Replay replay, Producer<String, byte[]> pen) {
    pen.beginTransaction();
    for (Repeat repeat : repeats) {
      send(pen, Topics.ARTICLES_REPEATED, Topics.ARTICLES_REPEATED, repeat.article(), repeat);
    }
    for (Encoded record : records) {
      send(pen, Topics.ARTICLES_ENRICHED, Topics.ARTICLES_ENCODED, record.key(), record);
    }
    send(pen, Topics.REPLAYS, Topics.REPLAYS, replay.id(), replay);
    pen.commitTransaction();
  }

  private <V> void send(
      Producer<String, byte[]> producer, Topic<?> topic, Topic<V> form, String key, V record) {
    var sent = new ProducerRecord<String, byte[]>(live.nameOf(topic), key, null);
    byte @Nullable [] value =
        form.valueSerde().serializer().serialize(live.nameOf(topic), sent.headers(), record);
    producer.send(new ProducerRecord<>(live.nameOf(topic), null, null, key, value, sent.headers()));
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(String application)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(live.clientProperties())) {
      Map<TopicPartition, OffsetAndMetadata> all =
          admin
              .listConsumerGroupOffsets(live.idOf(application + ENRICH))
              .partitionsToOffsetAndMetadata()
              .get();
      Set<String> sources = Set.of(live.nameOf(Topics.ARTICLES_RAW), live.nameOf(Topics.ACTIONS));
      Map<TopicPartition, OffsetAndMetadata> raw = new HashMap<>(all);
      raw.keySet().removeIf(at -> !sources.contains(at.topic()));
      return raw;
    }
  }

  private void startAt(String application, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws ExecutionException, InterruptedException {
    String group = live.idOf(application + ENRICH);
    try (Admin admin = Admin.create(live.clientProperties())) {
      // The replay's own process has ended, but its static members would stay for a while.
      if (!isStopped(application)) {
        admin
            .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
            .all()
            .get();
      }
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
  }

  private long lastOf(Replay.Part part) {
    long[] last = {0};
    try (TopicScan scan = new TopicScan(live, Topics.ARTICLES_RAW)) {
      scan.read(List.of(part), record -> last[0] = record.offset() + 1);
    }
    return last[0];
  }

  private TopicPartition raw(int partition) {
    return new TopicPartition(live.nameOf(Topics.ARTICLES_RAW), partition);
  }
}
