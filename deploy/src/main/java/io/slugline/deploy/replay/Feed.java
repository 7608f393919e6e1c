package io.slugline.deploy.replay;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Gives a replay its raw articles, in the order of live and marked. Each says where it was taken
 * from; so after a crash the feed goes on behind what is there.
 */
final class Feed implements AutoCloseable {
  /** Header: partition and offset on the live topic. */
  static final String FROM = "slugline-replay-from";

  private final Replay replay;
  private final Fence fence;
  private final Order order;
  private final Map<String, RecordedOrder.Place> places;
  private final List<RecordedOrder.Ref> waiting;
  private final RawShelf shelf;
  private final Producer<String, byte[]> producer;
  private final int total;
  private int next;

  /** Finds out what is still to be fed; reads the range of live's topics to do so. */
  Feed(Cluster live, Fence fence, Replay replay) {
    this.replay = replay;
    this.fence = fence;
    this.order = new Order(live, replay.range());
    this.places = order.places();
    List<RecordedOrder.Ref> all = order.refs(places);
    Set<String> fed = Order.fed(fence.inside());
    this.total = all.size();
    this.waiting = all.stream().filter(ref -> !fed.contains(place(ref))).toList();
    this.shelf = new RawShelf(live, replay.range().parts());
    shelf.skip(fed);
    this.producer = producer(live);
  }

  /** How many articles there are in all, those that were fed before included. */
  int total() {
    return total;
  }

  int fed() {
    return total - waiting.size() + next;
  }

  boolean isDone() {
    return next == waiting.size();
  }

  /** Feeds the next ones; they are on the topic when this returns. */
  void feed(int most) {
    int end = Math.min(waiting.size(), next + most);
    for (; next < end; next++) producer.send(marked(waiting.get(next)));
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
    shelf.close();
  }

  static String place(ConsumerRecord<String, byte[]> record) {
    return record.partition() + "/" + record.offset();
  }

  private static String place(RecordedOrder.Ref ref) {
    return ref.partition() + "/" + ref.offset();
  }

  private ProducerRecord<String, byte[]> marked(RecordedOrder.Ref ref) {
    ConsumerRecord<String, byte[]> raw = shelf.take(ref);
    Headers headers = new RecordHeaders(raw.headers());
    put(headers, Replay.MARK, replay.id());
    put(headers, FROM, place(ref));
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
