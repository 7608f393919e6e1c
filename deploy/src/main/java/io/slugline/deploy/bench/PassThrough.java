package io.slugline.deploy.bench;

import io.slugline.contract.Topic;
import io.slugline.deploy.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The reference for what Kafka costs: bytes of the line's own sizes, written by a transactional
 * producer and carried by two Streams applications with exactly-once over as many topics as the
 * line has, with nothing done to them.
 */
final class PassThrough {
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final int PARTITIONS = 4;
  private static final int TOUCH = 600;
  private static final int BATCH = 200;

  private final Sizes sizes;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger enriched = new AtomicInteger();

  private PassThrough(Sizes sizes) {
    this.sizes = sizes;
  }

  static Stopwatch.Taken run(Path folder, Sizes sizes) throws Exception {
    return new PassThrough(sizes).run(folder);
  }

  private Stopwatch.Taken run(Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      create(client);
      try (KafkaStreams first = start(client, folder, "first", 2, this::first);
          KafkaStreams second = start(client, folder, "second", 1, this::second)) {
        Line.await(() -> running(first) && running(second));
        send(client, sizes.articles());
        Line.await(() -> arrived.get() >= sizes.articles());
        Stopwatch watch = new Stopwatch();
        send(client, sizes.articles());
        Line.await(() -> arrived.get() >= 2 * sizes.articles());
        return watch.stop();
      }
    }
  }

  private interface Build {
    void into(StreamsBuilder builder);
  }

  private void first(StreamsBuilder builder) {
    builder.stream("raw", Consumed.with(BYTES, BYTES).withName("read-raw"))
        .mapValues(this::enrichedBytes, Named.as("grow"))
        .repartition(through("by-language"))
        .to("enriched", Produced.with(BYTES, BYTES).withName("write-enriched"));
  }

  private void second(StreamsBuilder builder) {
    builder.stream("enriched", Consumed.with(BYTES, BYTES).withName("read-enriched"))
        .mapValues(PassThrough::touch, Named.as("shrink"))
        .repartition(through("touches"))
        .peek((key, value) -> arrived.incrementAndGet(), Named.as("count"))
        .to("alerts", Produced.with(BYTES, BYTES).withName("write-alerts"));
  }

  private byte[] enrichedBytes(byte[] raw) {
    return sizes.enriched().get(enriched.getAndIncrement() % sizes.articles());
  }

  private static byte[] touch(byte[] enriched) {
    return java.util.Arrays.copyOf(enriched, Math.min(TOUCH, enriched.length));
  }

  private static Repartitioned<byte[], byte[]> through(String name) {
    return Repartitioned.with(BYTES, BYTES).withName(name).withNumberOfPartitions(PARTITIONS);
  }

  private static boolean running(KafkaStreams streams) {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  private static KafkaStreams start(
      Map<String, Object> client, Path folder, String id, int threads, Build build) {
    StreamsBuilder builder = new StreamsBuilder();
    build.into(builder);
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "through-" + id);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(id).toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    properties.put(StreamsConfig.producerPrefix("compression.type"), "zstd");
    properties.put(StreamsConfig.producerPrefix("batch.size"), 256 << 10);
    properties.put(StreamsConfig.producerPrefix("linger.ms"), 10);
    KafkaStreams streams = new KafkaStreams(builder.build(), properties);
    streams.start();
    return streams;
  }

  private void send(Map<String, Object> client, int articles) {
    Map<String, Object> producing = new java.util.HashMap<>(client);
    producing.put("transactional.id", "through");
    producing.put("compression.type", "zstd");
    producing.put("batch.size", 512 << 10);
    producing.put("linger.ms", 10);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (int at = 0; at < articles; at++) {
        if (at % BATCH == 0) producer.beginTransaction();
        byte[] key = Integer.toString(at).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>("raw", key, sizes.raw().get(at)));
        if (at % BATCH == BATCH - 1 || at == articles - 1) producer.commitTransaction();
      }
    }
  }

  private static void create(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> topics =
          List.of("raw", "enriched", "alerts").stream()
              .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
              .map(
                  topic ->
                      topic.configs(
                          Map.of(
                              "max.message.bytes",
                              Integer.toString(Topic.MAX_RECORD_BYTES),
                              "compression.type",
                              "zstd")))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }
}
