package io.slugline.deploy.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slugline.contract.Cluster;
import io.slugline.contract.EnrichedArticle;
import io.slugline.contract.RawArticle;
import io.slugline.contract.Topic;
import io.slugline.contract.Topics;
import io.slugline.deploy.TestKafka;
import io.slugline.deploy.config.KafkaSettings;
import io.slugline.deploy.topic.TopicReader;
import io.slugline.deploy.topic.TopicSetup;
import io.slugline.enrich.EnrichApp;
import io.slugline.enrich.EnrichConfig;
import io.slugline.enrich.Enricher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Dead letters of a running enrich: found, sent back, and never twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  // Of today: what is older than a topic's retention may be gone before it is read.
  private static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final TestKafka broker;
  private final Cluster cluster;
  private final DeadLetters letters;
  private final EnrichApp enrich;
  private final KafkaProducer<String, byte[]> producer;

  DeadLettersIT(@TempDir Path folder) throws Exception {
    broker = TestKafka.start(folder.resolve("kafka"));
    KafkaSettings settings = new KafkaSettings(broker.bootstrapServers(), null, 0, null, null);
    cluster = settings.cluster();
    new TopicSetup(settings).create();
    letters = new DeadLetters(cluster, Clock.fixed(NOON, ZoneOffset.UTC));
    producer =
        new KafkaProducer<>(
            cluster.clientProperties(), new StringSerializer(), new ByteArraySerializer());
    enrich =
        EnrichApp.start(
            cluster,
            EnrichConfig.standard(),
            Enricher.load(),
            folder.resolve("state"),
            new SimpleMeterRegistry());
  }

  @BeforeAll
  void awaitEnrich() {
    await().atMost(PATIENCE).until(enrich::ready);
  }

  @AfterAll
  void stop() throws IOException {
    producer.close();
    enrich.close();
    broker.close();
  }

  @Test
  void whatFailsAgainBecomesALetterOfItsOwnAndTheFirstIsNotSentTwice() {
    publish(
        article("poison-0", "application/x-nobody-reads-this", "no article"), new RecordHeaders());
    DeadLetter first = awaitLetter("poison-0", 1);

    assertThat(first.stage()).isEqualTo("enrich");
    assertThat(first.version()).contains("text/");
    assertThat(Objects.requireNonNull(first.origin()).topic()).isEqualTo("articles.raw");
    assertThat(first.message()).contains("no reader for media type");
    assertThat(first.stackTrace()).hasValueSatisfying(t -> assertThat(t).contains("TextCleaner"));

    assertThat(redrive(first.id())).containsExactly(Outcome.Result.REDRIVEN);
    DeadLetter second = awaitLetter("poison-0", 2);

    assertThat(second.before()).contains(first.id());
    assertThat(second.cause()).isEqualTo(first.cause());
    assertThat(second.value()).isEqualTo(first.value());
    assertThat(redrive(first.id())).containsExactly(Outcome.Result.DECIDED_BEFORE);
    assertThat(letters.letter(first.id()).orElseThrow().decision())
        .isEqualTo(new DeadLetter.Decision(true, "ann", NOON, "mended"));
    assertThat(letters.groups(group(first)))
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.open()).isEqualTo(1);
              assertThat(group.redriven()).isEqualTo(1);
            });

    letters.discard(group(first), "ann", null);
    assertThat(letters.groups(group(first)).get(0).open()).isZero();
  }

  @Test
  void theLineOfTheLogThatTellsOfALetterHasTheArticlesId() {
    Logger kafka = (Logger) LoggerFactory.getLogger("org.apache.kafka.streams");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    kafka.addAppender(log);

    publish(article("logged-0", "application/x-nobody", "no article"), new RecordHeaders());
    awaitLetter("logged-0", 1);

    kafka.detachAppender(log);
    assertThat(List.copyOf(log.list))
        .extracting(event -> event.getMDCPropertyMap().get("article"))
        .contains("logged-0");
  }

  @Test
  void anArticleThatCanBeReadByNowAppearsOnceDownstream() {
    DeadLetter letter = letterOfAnOlderVersion("late-0", "articles.raw", 3);

    assertThat(redrive(letter.id())).containsExactly(Outcome.Result.REDRIVEN);
    assertThat(redrive(letter.id())).containsExactly(Outcome.Result.DECIDED_BEFORE);
    publish(
        article("after-0", "text/plain", "The strike in Porto has ended."), new RecordHeaders());
    await().atMost(PATIENCE).until(() -> !enriched("after-0").isEmpty());

    await().atMost(PATIENCE).until(() -> !enriched("late-0").isEmpty());
    assertThat(enriched("late-0")).hasSize(1);
    List<ConsumerRecord<String, RawArticle>> back = raw("late-0");
    assertThat(back).hasSize(1);
    assertThat(back.get(0).partition()).isEqualTo(3);
    assertThat(back.get(0).timestamp()).isEqualTo(letter.at().toEpochMilli());
    assertThat(back.get(0).headers().toArray())
        .noneMatch(header -> header.key().startsWith(DeadLetter.ERRORS));
  }

  @Test
  void whatWasNotCommittedIsAsIfItHadNeverBeenSent() {
    DeadLetter letter = letterOfAnOlderVersion("torn-0", "articles.raw", 0);

    try (Redrive killed = Redrive.open(cluster)) {
      killed.settle(letter, new DeadLetter.Decision(true, "ann", NOON, null));
    }

    assertThat(letters.letter(letter.id()).orElseThrow().isOpen()).isTrue();
    assertThat(raw("torn-0")).isEmpty();
    assertThat(redrive(letter.id())).containsExactly(Outcome.Result.REDRIVEN);
    assertThat(raw("torn-0")).hasSize(1);
  }

  @Test
  void aLetterWhoseTopicIsGoneStaysOpen() {
    DeadLetter letter = letterOfAnOlderVersion("gone-0", "old-repartition", 0);

    assertThat(redrive(letter.id())).containsExactly(Outcome.Result.NO_TOPIC);
    assertThat(letters.letter(letter.id()).orElseThrow().isOpen()).isTrue();
  }

  private List<Outcome.Result> redrive(String id) {
    return letters.redrive(LetterFilter.of(id), "ann", "mended").stream()
        .map(Outcome::result)
        .toList();
  }

  private static LetterFilter group(DeadLetter letter) {
    return new LetterFilter(Set.of(), Set.of(letter.cause().group()), null, null, null);
  }

  /** What a version before this one could not read, as Kafka Streams set it aside. */
  private DeadLetter letterOfAnOlderVersion(String id, String topic, int partition) {
    Headers headers = new RecordHeaders();
    RawArticle article =
        article(id, "text/plain", "A fire in the port of " + id + " was put out, no one was hurt.");
    Topics.ARTICLES_RAW.valueSerde().serializer().serialize("articles.raw", headers, article);
    error(headers, "exception", "java.lang.IllegalStateException");
    error(headers, "message", "a mistake of ours in " + id);
    error(headers, "stacktrace", "java.lang.IllegalStateException: a mistake of ours\n\tat x");
    error(headers, "topic", topic);
    error(headers, "partition", String.valueOf(partition));
    error(headers, "offset", "7");
    send(Topics.DEAD_LETTERS, article, headers);
    return awaitLetter(id, 1);
  }

  private static void error(Headers headers, String name, String value) {
    headers.add(DeadLetter.ERRORS + name, value.getBytes(StandardCharsets.UTF_8));
  }

  private void publish(RawArticle article, Headers headers) {
    Topics.ARTICLES_RAW.valueSerde().serializer().serialize("articles.raw", headers, article);
    send(Topics.ARTICLES_RAW, article, headers);
  }

  private void send(Topic<?> topic, RawArticle article, Headers headers) {
    producer.send(
        new ProducerRecord<>(
            cluster.nameOf(topic),
            null,
            article.arrivedAt().toEpochMilli(),
            article.id(),
            article.bytes(),
            headers));
    producer.flush();
  }

  private DeadLetter awaitLetter(String key, int count) {
    await().atMost(PATIENCE).until(() -> withKey(Topics.DEAD_LETTERS, key).size() == count);
    ConsumerRecord<String, byte[]> last = withKey(Topics.DEAD_LETTERS, key).get(count - 1);
    return letters.letter(last.partition() + "@" + last.offset()).orElseThrow();
  }

  private List<ConsumerRecord<String, RawArticle>> raw(String key) {
    return withKey(Topics.ARTICLES_RAW, key);
  }

  private List<EnrichedArticle> enriched(String rawId) {
    return all(Topics.ARTICLES_ENRICHED).stream()
        .map(ConsumerRecord::value)
        .filter(article -> article.rawId().equals(rawId))
        .toList();
  }

  private <V> List<ConsumerRecord<String, V>> withKey(Topic<V> topic, String key) {
    return all(topic).stream().filter(record -> key.equals(record.key())).toList();
  }

  private <V> List<ConsumerRecord<String, V>> all(Topic<V> topic) {
    List<ConsumerRecord<String, V>> all = new ArrayList<>();
    try (TopicReader<V> reader = TopicReader.fromBeginning(cluster, topic)) {
      while (!reader.atEnd()) reader.records(Duration.ofMillis(200), all::add);
    }
    return all;
  }

  private static RawArticle article(String id, String mediaType, String text) {
    return new RawArticle(
        id,
        text.getBytes(StandardCharsets.UTF_8),
        mediaType,
        null,
        "UTF-8",
        "test",
        id + ".txt",
        NOON.minus(Duration.ofHours(6)),
        false,
        Map.of());
  }
}
