package io.slugline.deploy.run;

import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import io.slugline.ingest.IngestApp;
import io.slugline.ingest.IngestCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has happened since the start, looked at from outside once a second. */
final class Progress implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final IngestApp ingest;
  private final AlertPrinter alerts;
  private final Groups groups;
  private final Consumer<String, byte[]> articles;
  private final Set<String> stories = new HashSet<>();
  private final Thread thread = new Thread(this::look, "progress");
  private volatile Seen seen = Seen.NOTHING;
  private volatile boolean stopping;

  /** What one look saw. */
  private record Seen(long articles, int stories, double perSecond, long lag, Instant latest) {
    static final Seen NOTHING = new Seen(0, 0, 0, 0, Instant.EPOCH);
  }

  private Progress(
      IngestApp ingest, AlertPrinter alerts, Cluster cluster, Supplier<List<String>> groups) {
    this.ingest = ingest;
    this.alerts = alerts;
    this.groups = new Groups(cluster, groups);
    this.articles = subscribe(cluster);
  }

  static Progress start(
      Cluster cluster, IngestApp ingest, AlertPrinter alerts, Supplier<List<String>> groups) {
    Progress progress = new Progress(ingest, alerts, cluster, groups);
    progress.thread.setDaemon(true);
    progress.thread.start();
    return progress;
  }

  /** For one line on a terminal, or in a log. */
  String line() {
    IngestCounts files = ingest.counts();
    Seen now = seen;
    return "files %d (%d waiting)  articles %d (%.0f/s)  stories %d  alerts %d  lag %d"
        .formatted(
            files.filesSeen(),
            files.filesOpen(),
            now.articles(),
            now.perSecond(),
            now.stories(),
            alerts.count(),
            now.lag());
  }

  /** For the health page. */
  Map<String, String> facts() {
    IngestCounts files = ingest.counts();
    Seen now = seen;
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("files settled", files.filesSeen() + ", " + files.filesOpen() + " waiting");
    facts.put("articles enriched", String.valueOf(now.articles()));
    facts.put("last article", now.articles() == 0 ? "none yet" : now.latest().toString());
    facts.put("stories", String.valueOf(now.stories()));
    facts.put("alerts changed", String.valueOf(alerts.count()));
    facts.put("lag", now.lag() + " records");
    return facts;
  }

  /** Records that lie before the stages; empty before the first look. */
  OptionalLong lag() {
    Seen now = seen;
    return now.equals(Seen.NOTHING) ? OptionalLong.empty() : OptionalLong.of(now.lag());
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    thread.join();
    articles.close();
    groups.close();
  }

  private void look() {
    try {
      while (!stopping) lookOnce();
    } catch (InterruptException | InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      log.warn("progress is not shown any more", e);
    }
  }

  private void lookOnce() throws ExecutionException, InterruptedException {
    Seen before = seen;
    long count = before.articles();
    Instant latest = before.latest();
    Instant started = Instant.now();
    for (ConsumerRecord<String, byte[]> article : articles.poll(PERIOD)) {
      count++;
      stories.add(article.key());
      latest = Instant.ofEpochMilli(article.timestamp());
    }
    long lag = groups.look().lag();
    Duration rest = PERIOD.minus(Duration.between(started, Instant.now()));
    if (!rest.isNegative()) Thread.sleep(rest.toMillis());
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
    double perSecond = (count - before.articles()) / seconds;
    seen = new Seen(count, stories.size(), perSecond, lag, latest);
  }

  private static Consumer<String, byte[]> subscribe(Cluster cluster) {
    Map<String, Object> client = cluster.clientProperties();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    Deserializer<byte[]> unread = (topic, value) -> new byte[0];
    Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), unread);
    String topic = cluster.nameOf(Topics.ARTICLES_ENRICHED);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.endOffsets(partitions).forEach(consumer::seek);
    return consumer;
  }
}
