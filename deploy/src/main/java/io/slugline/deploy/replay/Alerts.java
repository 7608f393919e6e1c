package io.slugline.deploy.replay;

import io.slugline.alerting.lifecycle.Touch;
import io.slugline.alerting.lifecycle.Turn;
import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.WatchSyntaxException;
import io.slugline.contract.Action;
import io.slugline.contract.Alert;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.Replay;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.Watch;
import io.slugline.deploy.topic.TopicScan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a replay's enriched articles and story changes to its alerts. */
final class Alerts {
  private static final Logger log = LoggerFactory.getLogger(Alerts.class);

  private final Cluster live;
  private final Fence fence;
  private final Monitor monitor = new Monitor();
  private final Map<String, List<Numbered>> languages = new TreeMap<>();

  Alerts(Cluster live, Fence fence) {
    this.live = live;
    this.fence = fence;
  }

  private record Numbered(long sequence, Rehearsal.At at) {}

  /** Writes the alerts anew; the same ones for the same articles. */
  void write(Replay replay, Duration quietAfter) throws ExecutionException, InterruptedException {
    Cluster inside = fence.inside();
    TopicScan.all(inside, Topics.WATCHES, this::load);
    TopicScan.all(inside, Topics.ARTICLES_ENRICHED, this::article);
    TopicScan.all(inside, Topics.STORIES, this::change);
    List<List<Rehearsal.At>> turns =
        languages.values().stream()
            .map(all -> all.stream().sorted(Comparator.comparingLong(Numbered::sequence)))
            .map(all -> all.map(Numbered::at).toList())
            .toList();
    List<Alert> told = new Rehearsal(quietAfter, actions(replay)).take(turns);
    fence.empty(Topics.ALERTS);
    send(replay, told);
  }

  private void load(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      monitor.remove(record.key());
      return;
    }
    Watch watch = read(Topics.WATCHES, record);
    try {
      monitor.put(watch);
    } catch (WatchSyntaxException e) {
      log.warn("watch {} cannot be read, its version before is taken", watch.id(), e);
    }
  }

  private void article(ConsumerRecord<String, byte[]> record) {
    EnrichedArticle article = read(Topics.ARTICLES_ENRICHED, record);
    Touch touch = Touch.of(article, monitor.match(article));
    add(
        article.language(),
        article.sequence(),
        new Rehearsal.At(article.arrivedAt(), Turn.of(touch)));
  }

  private void change(ConsumerRecord<String, byte[]> record) {
    StoryChange change = read(Topics.STORIES, record);
    add(change.language(), change.sequence(), new Rehearsal.At(change.at(), Turn.of(change)));
  }

  private void add(String language, long sequence, Rehearsal.At at) {
    languages.computeIfAbsent(language, any -> new ArrayList<>()).add(new Numbered(sequence, at));
  }

  private List<Action> actions(Replay replay) {
    List<Action> actions = new ArrayList<>();
    TopicScan.all(
        live,
        Topics.ACTIONS,
        record -> {
          if (record.value() != null) actions.add(read(Topics.ACTIONS, record));
        });
    return actions.stream()
        .filter(action -> action.kind() != Action.Kind.TICK)
        .filter(action -> !action.at().isAfter(replay.range().to()))
        .sorted(Comparator.comparing(Action::at).thenComparing(Action::id))
        .toList();
  }

  private void send(Replay replay, List<Alert> told) {
    String topic = fence.inside().nameOf(Topics.ALERTS);
    Map<String, Object> client = live.clientProperties();
    client.put("acks", "all");
    client.put("max.request.size", Topic.MAX_RECORD_BYTES);
    byte[] mark = replay.id().getBytes(StandardCharsets.UTF_8);
    try (Producer<String, Alert> producer =
        new KafkaProducer<>(
            client,
            Topics.ALERTS.keySerde().serializer(),
            Topics.ALERTS.valueSerde().serializer())) {
      for (Alert alert : told) {
        long time = Math.max(0, alert.changedAt().toEpochMilli());
        var record = new ProducerRecord<>(topic, 0, time, alert.alert(), alert);
        record.headers().add(Replay.MARK, mark);
        producer.send(record);
      }
    }
  }

  static <V> V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    return Objects.requireNonNull(
        topic
            .valueSerde()
            .deserializer()
            .deserialize(record.topic(), record.headers(), record.value()));
  }
}
