package io.slugline.deploy.replay;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Gives a replay its raw articles, in the order of live, and between them what people ordered; all
 * of it marked. Each says where it was taken from; so after a crash the feed goes on behind what is
 * there.
 */
final class Feed implements AutoCloseable {
  /** Header: partition and offset on the live topic, or which order it is. */
  static final String FROM = "slugline-replay-from";

  private final Replay replay;
  private final Fence fence;
  private final Order order;
  private final Map<String, RecordedOrder.Place> places;
  private final List<Step> waiting;
  private final RawShelf shelf;
  private final Rewording rewording;
  private final Producer<String, byte[]> producer;
  private final int total;
  private int fed;
  private int next;
  private boolean isAfterOrder = true;

  /** An article, or an order. */
  private record Step(RecordedOrder.@Nullable Ref article, @Nullable GivenOrder order) {
    String from() {
      return article == null ? Objects.requireNonNull(order).place() : place(article);
    }
  }

  /** Finds out what is still to be fed; reads the range of live's topics to do so. */
  Feed(Cluster live, Fence fence, Replay replay) {
    this.replay = replay;
    this.fence = fence;
    this.order = new Order(live, replay.range());
    this.places = order.places();
    List<RecordedOrder.Ref> articles = order.refs(places);
    Set<String> before = Order.fed(fence.inside());
    this.total = articles.size();
    this.fed = (int) articles.stream().filter(ref -> before.contains(place(ref))).count();
    this.waiting =
        steps(articles, GivenOrder.of(live, replay.range())).stream()
            .filter(step -> !before.contains(step.from()))
            .toList();
    this.shelf = new RawShelf(live, replay.range().parts());
    shelf.skip(before);
    this.rewording = new Rewording(fence.inside());
    this.producer = producer(live);
  }

  private List<Step> steps(List<RecordedOrder.Ref> articles, List<GivenOrder> orders) {
    Map<Integer, List<GivenOrder>> ordered = new HashMap<>();
    for (GivenOrder order : orders) {
      ordered.computeIfAbsent(order.index(articles, places), any -> new ArrayList<>()).add(order);
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i <= articles.size(); i++) {
      for (GivenOrder order : ordered.getOrDefault(i, List.of())) steps.add(new Step(null, order));
      if (i < articles.size()) steps.add(new Step(articles.get(i), null));
    }
    return steps;
  }

  /** How many articles there are in all, those that were fed before included. */
  int total() {
    return total;
  }

  /** How many articles were fed. */
  int fed() {
    return fed;
  }

  boolean isDone() {
    return next == waiting.size();
  }

  /** Whether all before must be worked off first: articles and orders lie on two topics. */
  boolean mustWait() {
    return !isDone() && (isAfterOrder || waiting.get(next).order() != null);
  }

  /** Feeds the next order, or the next articles; they are on their topic when this returns. */
  void feed(int most) {
    GivenOrder order = isDone() ? null : waiting.get(next).order();
    isAfterOrder = order != null;
    if (order != null) {
      producer.send(marked(order));
      next++;
    } else {
      feedArticles(Math.min(waiting.size(), next + most));
    }
    producer.flush();
  }

  private void feedArticles(int end) {
    for (; next < end; next++, fed++) {
      RecordedOrder.Ref article = waiting.get(next).article();
      if (article == null) return;
      producer.send(marked(article));
    }
  }

  @Override
  public void close() {
    producer.close();
    rewording.close();
    shelf.close();
  }

  static String place(ConsumerRecord<String, byte[]> record) {
    return record.partition() + "/" + record.offset();
  }

  private static String place(RecordedOrder.Ref ref) {
    return ref.partition() + "/" + ref.offset();
  }

  private ProducerRecord<String, byte[]> marked(GivenOrder order) {
    Action action = rewording.of(order);
    String topic = fence.inside().nameOf(Topics.ACTIONS);
    Headers headers = new RecordHeaders();
    byte[] value = Topics.ACTIONS.valueSerde().serializer().serialize(topic, headers, action);
    mark(headers, order.place());
    return new ProducerRecord<>(topic, 0, action.at().toEpochMilli(), action.id(), value, headers);
  }

  private ProducerRecord<String, byte[]> marked(RecordedOrder.Ref ref) {
    ConsumerRecord<String, byte[]> raw = shelf.take(ref);
    Headers headers = new RecordHeaders(raw.headers());
    mark(headers, place(ref));
    RecordedOrder.Place place = places.get(ref.id());
    if (place != null) {
      put(headers, Replay.SEQUENCE, String.valueOf(place.sequence()));
      put(headers, Replay.LINES, order.lines(ref.id()));
    }
    boolean silent = Instant.ofEpochMilli(raw.timestamp()).isBefore(replay.range().from());
    if (silent) put(headers, Replay.SILENT, "warm-up");
    return new ProducerRecord<>(
        fence.inside().nameOf(Topics.ARTICLES_RAW),
        0,
        raw.timestamp(),
        raw.key(),
        raw.value(),
        headers);
  }

  private void mark(Headers headers, String from) {
    put(headers, Replay.MARK, replay.id());
    put(headers, FROM, from);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Producer<String, byte[]> producer(Cluster live) {
    Map<String, Object> client = live.clientProperties();
    client.put("acks", "all");
    client.put("enable.idempotence", true);
    client.put("max.request.size", io.slugline.contract.Topic.MAX_RECORD_BYTES);
    client.put("compression.type", "zstd");
    return new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
  }
}
