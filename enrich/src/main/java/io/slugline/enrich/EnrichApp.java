package io.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.slugline.contract.Cluster;
import io.slugline.contract.DeadLetterStamp;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.read.Clients;
import io.slugline.contract.read.Front;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enrich stage, running. */
public final class EnrichApp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EnrichApp.class);
  private static final String ID = "slugline-enrich";
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final KafkaStreams streams;
  private final String instance;
  private final EnrichMetrics metrics;
  private final KafkaStreamsMetrics kafkaMetrics;
  private volatile Optional<String> death = Optional.empty();

  private EnrichApp(KafkaStreams streams, String instance, EnrichMetrics metrics) {
    this.streams = streams;
    this.instance = instance;
    this.metrics = metrics;
    this.kafkaMetrics = new KafkaStreamsMetrics(streams);
  }

  /**
   * Starts the stage on a cluster whose topics exist.
   *
   * @param enricher loaded before, so that a missing model stops the start and not an article
   * @param stateDir where the stores lie; kept over a restart, so that it starts again in seconds
   */
  public static EnrichApp start(
      Cluster cluster,
      EnrichConfig config,
      Enricher enricher,
      Path stateDir,
      MeterRegistry registry) {
    EnrichApp app = make(cluster, config, Succession.NONE, enricher, stateDir, registry);
    app.streams.start();
    log.info("enrich started with {} threads", config.threads());
    return app;
  }

  /**
   * Takes a place in the group of whom it succeeds, and begins with {@link #work()} only: whoever
   * hands live over must see that it is there before it does anything.
   *
   * @param succession whose stores and offsets it goes on from
   */
  public static EnrichApp join(
      Cluster cluster,
      EnrichConfig config,
      Succession succession,
      Enricher enricher,
      Path stateDir,
      MeterRegistry registry) {
    EnrichApp app = make(cluster, config, succession, enricher, stateDir, registry);
    app.streams.pause();
    app.streams.start();
    return app;
  }

  private static EnrichApp make(
      Cluster cluster,
      EnrichConfig config,
      Succession succession,
      Enricher enricher,
      Path stateDir,
      MeterRegistry registry) {
    EnrichMetrics metrics = new EnrichMetrics(registry);
    Properties properties = properties(cluster, config, stateDir);
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, cluster.idOf(succession.prefix() + ID));
    DeadLetterStamp.settings(cluster, "enrich", enricher.version())
        .forEach((name, value) -> properties.put(StreamsConfig.producerPrefix(name), value));
    KafkaStreams streams =
        new KafkaStreams(
            new EnrichTopology(cluster, config, succession, enricher, metrics).build(properties),
            properties,
            new Clients(Set.of(cluster.nameOf(Topics.ARTICLES_RAW)), new Front()));
    EnrichApp app = new EnrichApp(streams, instance(config), metrics);
    streams.setUncaughtExceptionHandler(app::stopOn);
    app.kafkaMetrics.bindTo(registry);
    return app;
  }

  /** Whether a member of its group that has this instance id stands for one of its threads. */
  public boolean isThread(String instanceId) {
    return instanceId.startsWith(instance + "-");
  }

  /** Begins to work, after it joined. */
  public void work() {
    streams.resume();
    log.info("enrich works");
  }

  /** What keeps it from working, in words; empty when it is well. */
  public Optional<String> problem() {
    if (death.isPresent()) return death;
    if (streams.state() == KafkaStreams.State.ERROR) return Optional.of("enrich has stopped");
    if (metrics.tooManyDead()) {
      return Optional.of("more than a tenth of the last thousand articles became dead letters");
    }
    return Optional.empty();
  }

  /** Whether its tasks are assigned and restored. */
  public boolean ready() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    kafkaMetrics.close();
    streams.close(STOP_WITHIN);
  }

  /** Stops for good: others need not wait for it to come back. */
  public void leave() {
    kafkaMetrics.close();
    streams.close(
        CloseOptions.timeout(STOP_WITHIN)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  private StreamThreadExceptionResponse stopOn(Throwable failure) {
    log.error("enrich stops", failure);
    Throwable root = failure;
    while (root.getCause() != null) root = root.getCause();
    death = Optional.of("enrich stopped: " + root);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  static Properties properties(Cluster cluster, EnrichConfig config, Path stateDir) {
    Properties streams = new Properties();
    streams.putAll(cluster.clientProperties());
    streams.put(StreamsConfig.APPLICATION_ID_CONFIG, cluster.idOf(ID));
    streams.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // For a backlog; PromptCommit sees to fresh articles, and to the last ones.
    streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
    streams.put(StreamsConfig.POLL_MS_CONFIG, 20);
    streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    deadLetters(streams, cluster);
    clients(streams, config);
    return streams;
  }

  private static void deadLetters(Properties streams, Cluster cluster) {
    streams.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        cluster.nameOf(Topics.DEAD_LETTERS));
    streams.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    streams.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    streams.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
  }

  private static String instance(EnrichConfig config) {
    return "enrich-" + config.instance();
  }

  private static void clients(Properties streams, EnrichConfig config) {
    // Static membership: a process that comes back within the session keeps its tasks, and starts
    // in seconds after a kill rather than after a session's end.
    streams.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        instance(config));
    streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    streams.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG),
        Topic.MAX_RECORD_BYTES * 2);
    // InTurn looks at whose turn it is after each poll, and a partition's turn is a fetch: each
    // is some tenths of a second's work.
    streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 50);
    streams.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        16 << 10);
    streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    streams.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 << 10);
    // Nothing can be read before its commit, which sends all that waits: gathered until then, a
    // backlog goes in a few large batches and not in one for each article.
    streams.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 1000);
    // A batch that overtakes a partition's first one in a transaction is refused, with an error in
    // the broker's log, and sent again: one at a time is quieter and no slower.
    streams.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    // A transaction that follows the last one closely is put off until that one's end is written.
    streams.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 10);
    streams.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES);
  }
}
