package io.slugline.alerting;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.slugline.alerting.watch.Monitor;
import io.slugline.contract.Cluster;
import io.slugline.contract.DeadLetterStamp;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.contract.read.Clients;
import io.slugline.contract.read.Front;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology: started by {@link #start}, stopped by {@link #close}. */
public final class AlertApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertApp.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(20);
  private static final String ID = "slugline-alerting";

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final AlertCounters counters;
  private final Monitor monitor;
  private final AtomicReference<String> problem = new AtomicReference<>();

  private AlertApp(
      KafkaStreams streams, KafkaStreamsMetrics metrics, AlertCounters counters, Monitor monitor) {
    this.monitor = monitor;
    this.streams = streams;
    this.metrics = metrics;
    this.counters = counters;
  }

  /**
   * Starts matching and keeping alerts. Returns once the watches are read; {@link #ready} says when
   * it works.
   */
  public static AlertApp start(
      Cluster cluster, AlertConfig config, Path stateDir, MeterRegistry registry, Clock clock) {
    Monitor monitor = new Monitor();
    AlertCounters counters = new AlertCounters(registry, clock);
    counters.watching(registry, monitor);
    Front front = new Front();
    AlertTopology flow = new AlertTopology(cluster, monitor, config.quietAfter(), counters, front);
    KafkaStreams streams =
        new KafkaStreams(
            flow.build(), properties(cluster, config, stateDir), new Clients(flow.fresh(), front));
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
    AlertApp app = new AlertApp(streams, metrics, counters, monitor);
    streams.setUncaughtExceptionHandler(app::died);
    metrics.bindTo(registry);
    streams.start();
    LOG.info("alerting started, state in {}", stateDir);
    return app;
  }

  /** What keeps it from working, when something does. */
  public Optional<String> problem() {
    String died = problem.get();
    if (died != null) return Optional.of(died);
    return streams.state().hasCompletedShutdown()
        ? Optional.of("alerting has stopped")
        : Optional.empty();
  }

  /** Whether it has caught up with its stores and takes articles. */
  public boolean ready() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** How many articles and story changes wait for those before them, seconds at most. */
  public int waiting() {
    return counters.waiting();
  }

  /** What each watch has cost so far, in looks at articles. */
  public Map<String, Long> watchCosts() {
    return monitor.costs();
  }

  @Override
  public void close() {
    streams.close(CLOSE_WITHIN);
    metrics.close();
  }

  private StreamThreadExceptionResponse died(Throwable cause) {
    problem.compareAndSet(null, "alerting died: " + cause);
    LOG.error("alerting died", cause);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  static Properties properties(Cluster cluster, AlertConfig config, Path stateDir) {
    Properties all = new Properties();
    all.putAll(cluster.clientProperties());
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, cluster.idOf(ID));
    all.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // What enrich commits in strides is one transaction here; a fresh article is not kept waiting.
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 75);
    all.put(StreamsConfig.POLL_MS_CONFIG, 20);
    // InTurn reads articles and stories side by side; their numbers do the rest.
    all.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.putAll(deadLetters(cluster));
    all.putAll(clients(cluster, config));
    DeadLetterStamp.settings(cluster, "alerting", DeadLetterStamp.versionOf(AlertApp.class))
        .forEach((name, value) -> all.put(StreamsConfig.producerPrefix(name), value));
    return all;
  }

  private static Map<String, Object> deadLetters(Cluster cluster) {
    return Map.of(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        cluster.nameOf(Topics.DEAD_LETTERS),
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG,
        true);
  }

  private static Map<String, Object> clients(Cluster cluster, AlertConfig config) {
    return Map.of(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        cluster.idOf(ID) + "-" + config.instance(),
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
        "earliest",
        // Of a backlog a little of each partition in turn: the next number may lie on any of them,
        // and all that waits for it is worked off in one transaction.
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        64 << 10,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        50,
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topic.MAX_RECORD_BYTES,
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
        "zstd",
        // Nothing can be read before its commit, which sends all that waits.
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        1000,
        // A batch that overtakes a partition's first one in a transaction is refused.
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
        1,
        // A transaction that follows the last one closely is put off until that one's end is
        // written.
        StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
        10,
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
        256 << 10);
  }
}
