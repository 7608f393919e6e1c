package io.slugline.deploy.bench;

import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.jspecify.annotations.Nullable;

/**
 * The reference for what Kafka costs: the records that the line wrote, carried by a transactional
 * producer and two Streams applications with exactly-once over the same topics, in the same
 * partitions, with as many threads, the line's intervals of commit and its batches, and nothing
 * done to them.
 */
final class PassThrough {
  private static final Serde<byte[]> BYTES = Serdes.ByteArray();
  private static final String ENRICH = "slugline-enrich-";
  private static final String ALERTING = "slugline-alerting-";
  private static final int PARTITIONS = 4;
  private static final int BATCH = 200;
  private static final int WARM_ROUNDS_AT_MOST = 10;

  private final Carried carried;
  private final AtomicInteger arrived = new AtomicInteger();

  private PassThrough(Carried carried) {
    this.carried = carried;
  }

  /**
   * What it took.
   *
   * @param paced as many articles a second as the line
   * @param fullSpeed as many as go
   */
  record Passed(Stopwatch.Taken paced, Stopwatch.Taken fullSpeed) {}

  /**
   * @param rate articles a second that the line did
   */
  static Passed run(Path folder, Carried carried, double rate) throws Exception {
    return new PassThrough(carried).run(folder, rate);
  }

  private Passed run(Path folder, double rate) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      create(client);
      try (KafkaStreams first = start(client, folder, "first", 2, 1000, this::first);
          KafkaStreams second = start(client, folder, "second", 1, 75, this::second)) {
        Line.await(() -> running(first) && running(second));
        RawSender sender = new RawSender(client, carried);
        Stopwatch.Taken fullSpeed =
            Stopwatch.untilTheCompilerRests(
                WARM_ROUNDS_AT_MOST, round -> carry(sender, BATCH, Double.POSITIVE_INFINITY));
        Stopwatch.Taken paced = carry(sender, (int) Math.ceil(rate), rate);
        return new Passed(paced, fullSpeed);
      }
    }
  }

  private Stopwatch.Taken carry(RawSender sender, int batch, double rate) throws Exception {
    int all = arrived.get() + carried.articles();
    Stopwatch watch = new Stopwatch();
    sender.send(batch, rate);
    Line.await(() -> arrived.get() >= all);
    return watch.stop();
  }

  private interface Build {
    void into(StreamsBuilder builder);
  }

  private void first(StreamsBuilder builder) {
    KStream<byte[], byte[]> raw =
        builder.stream(
            Topics.ARTICLES_RAW.name(), Consumed.with(BYTES, BYTES).withName("read-raw"));
    Share lessons = carried.rest(ENRICH + "by-source-repartition");
    Share tags = carried.rest(ENRICH + "by-language-repartition");
    raw.map((key, value) -> lessons.one(), Named.as("lesson"))
        .repartition(through("by-source"))
        .foreach((key, value) -> {}, Named.as("learn"));
    KStream<byte[], byte[]> tagged =
        raw.map((key, value) -> tags.one(), Named.as("tag")).repartition(through("by-language"));
    writtenByFirst().forEach(topic -> spread(tagged, topic));
  }

  private void second(StreamsBuilder builder) {
    Share due = carried.rest(ALERTING + "turns-repartition");
    KStream<byte[], byte[]> turns =
        builder.stream(
                Topics.ARTICLES_ENRICHED.name(),
                Consumed.with(BYTES, BYTES).withName("read-enriched"))
            .map((key, value) -> due.one(), Named.as("match"))
            .repartition(through("turns"));
    writtenBySecond().forEach(topic -> spread(turns, topic));
    turns.foreach((key, value) -> arrived.incrementAndGet(), Named.as("count"));
  }

  private Stream<String> writtenByFirst() {
    return Stream.concat(
        Stream.of(
                Topics.ARTICLES_ENRICHED, Topics.ARTICLES_REPEATED, Topics.STORIES, Topics.SOURCES)
            .map(Topic::name),
        carried.changelogs(ENRICH).stream());
  }

  private Stream<String> writtenBySecond() {
    return Stream.concat(
        Stream.of(Topics.ALERTS, Topics.DELIVERIES).map(Topic::name),
        carried.changelogs(ALERTING).stream());
  }

  /** What a store writes lies where its task does, that of a language; the rest by its own key. */
  private void spread(KStream<byte[], byte[]> articles, String topic) {
    Share share = carried.share(topic);
    boolean isStore = Carried.isChangelog(topic);
    articles
        .flatMap(
            (language, any) -> isStore ? under(language, share.next()) : share.next(),
            Named.as("share-" + topic))
        .to(topic, Produced.with(BYTES, BYTES).withName("write-" + topic));
  }

  private static List<KeyValue<byte[], byte @Nullable []>> under(
      byte[] key, List<KeyValue<byte[], byte @Nullable []>> records) {
    return records.stream().map(record -> KeyValue.pair(key, record.value)).toList();
  }

  private static Repartitioned<byte[], byte[]> through(String name) {
    return Repartitioned.with(BYTES, BYTES).withName(name).withNumberOfPartitions(PARTITIONS);
  }

  private static boolean running(KafkaStreams streams) {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  private static KafkaStreams start(
      Map<String, Object> client,
      Path folder,
      String id,
      int threads,
      int commitMillis,
      Build build) {
    StreamsBuilder builder = new StreamsBuilder();
    build.into(builder);
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "through-" + id);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(id).toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMillis);
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    properties.put(StreamsConfig.producerPrefix("linger.ms"), 1000);
    properties.put(StreamsConfig.producerPrefix("max.in.flight.requests.per.connection"), 1);
    properties.put(StreamsConfig.producerPrefix("retry.backoff.ms"), 10);
    properties.put(StreamsConfig.producerPrefix("compression.type"), "zstd");
    properties.put(StreamsConfig.producerPrefix("batch.size"), 256 << 10);
    properties.put(StreamsConfig.producerPrefix("max.request.size"), Topic.MAX_RECORD_BYTES);
    KafkaStreams streams = new KafkaStreams(builder.build(), properties);
    streams.start();
    return streams;
  }

  private void create(Map<String, Object> client) throws Exception {
    Map<String, String> config =
        Map.of(
            "max.message.bytes",
            Integer.toString(Topic.MAX_RECORD_BYTES),
            "compression.type",
            "zstd");
    Stream<String> wanted =
        Stream.of(
                Stream.of(Topics.ARTICLES_RAW.name(), Topics.LEDGER.name()),
                writtenByFirst(),
                writtenBySecond())
            .flatMap(names -> names);
    try (Admin admin = Admin.create(client)) {
      List<NewTopic> topics =
          wanted
              .map(name -> new NewTopic(name, partitions(name), (short) 1).configs(config))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  private static int partitions(String topic) {
    return Topics.named(topic).map(Topic::partitions).orElse(PARTITIONS);
  }
}
