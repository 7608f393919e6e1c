package io.slugline.deploy.topic;

import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** All replays, on the topic {@code replays}. */
public final class Register {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Cluster cluster;

  public Register(Cluster cluster) {
    this.cluster = cluster;
  }

  /** In the order in which they were planned. */
  public List<Replay> all() {
    Map<String, Replay> latest = new LinkedHashMap<>();
    try (TopicReader<Replay> reader = TopicReader.fromBeginning(cluster, Topics.REPLAYS)) {
      while (!reader.atEnd()) {
        for (Replay replay : reader.poll(PATIENCE)) latest.put(replay.id(), replay);
      }
    }
    return latest.values().stream().sorted(Comparator.comparing(Replay::plannedAt)).toList();
  }

  public Optional<Replay> find(String id) {
    return all().stream().filter(replay -> replay.id().equals(id)).findFirst();
  }

  /**
   * The replay of that id.
   *
   * @throws IllegalArgumentException when there is none, or it was dropped
   */
  public Replay need(String id) {
    Replay found =
        find(id).orElseThrow(() -> new IllegalArgumentException("there is no replay " + id));
    if (found.state() == Replay.State.DROPPED) {
      throw new IllegalArgumentException("replay " + id + " was dropped");
    }
    return found;
  }

  /** A short name that no replay has. */
  public String freeId() {
    Set<String> taken = all().stream().map(Replay::id).collect(Collectors.toSet());
    int number = taken.size() + 1;
    while (taken.contains("r" + number)) number++;
    return "r" + number;
  }

  /** Writes it down; returns when it is kept. */
  public Replay put(Replay replay) throws ExecutionException, InterruptedException {
    Map<String, Object> client = cluster.clientProperties();
    client.put("acks", "all");
    try (Producer<String, Replay> producer =
        new KafkaProducer<>(
            client,
            Topics.REPLAYS.keySerde().serializer(),
            Topics.REPLAYS.valueSerde().serializer())) {
      producer
          .send(new ProducerRecord<>(cluster.nameOf(Topics.REPLAYS), replay.id(), replay))
          .get();
    }
    return replay;
  }
}
