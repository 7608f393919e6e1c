package io.slugline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.slugline.contract.Json;
import io.slugline.contract.Topics;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line that runs on the samples, whose configuration is full of secrets and whose receivers do
 * not answer: nothing that it writes or shows has a secret in it, and no request upsets it.
 */
class StrangersIT {
  private static final String PLANTED = "PlAnTeD";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern KAFKA = Pattern.compile("Kafka at (\\S+),");
  private static final String CONFIGURATION =
      """
      kafka:
        properties:
          sasl.jaas.config: org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="${SECRET_1}";
          ssl.keystore.password: ${SECRET_2}
      http: {port: 0}
      alerting:
        receivers:
          - {type: log, name: log}
          - {type: slack, name: desk, url: "http://127.0.0.1:9/services/${SECRET_3}"}
          - type: webhook
            name: hook
            url: http://127.0.0.1:9/hook?token=${SECRET_4}
            secret: ${SECRET_5}
            headers: {Authorization: "Bearer ${SECRET_6}"}
          - {type: pagerduty, name: pager, routingKey: "${SECRET_7}", url: "http://127.0.0.1:9/"}
          - {type: email, name: post, host: 127.0.0.1, port: 9, tls: none, user: u, password: "${SECRET_8}", from: a@b.example, to: [a@b.example]}
        heartbeat: hook
      """;
  private static final List<String> RECEIVERS = List.of("desk", "hook", "pager", "post", "desk");

  @TempDir static Path folder;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static SluglineProcess slugline;

  @BeforeAll
  static void everyReceiverHasFailed() throws IOException {
    Path config = Files.writeString(folder.resolve("slugline.yaml"), CONFIGURATION);
    Path watches = folder.resolve("watches.yaml");
    String list = Files.readString(Path.of("samples/watches.yaml"));
    for (String receiver : RECEIVERS) {
      list = list.replaceFirst("receiver: desk", "receiver:  " + receiver);
    }
    Files.writeString(watches, list);
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    try (Stream<Path> samples = Files.list(Path.of("samples/articles"))) {
      for (Path sample : samples.toList()) {
        Files.copy(sample, inbox.resolve(sample.getFileName().toString()));
      }
    }
    slugline =
        SluglineProcess.start(
            folder.resolve("log"),
            environment(),
            List.of(
                "run",
                "--data",
                folder.resolve("data").toString(),
                "--inbox",
                inbox.toString(),
                "--watches",
                watches.toString(),
                "--config",
                config.toString()));
    slugline.address();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(slugline.said()).containsPattern("receiver (hook|desk)"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    slugline.stop();
  }

  @Test
  void noSecretIsInWhatItLogsShowsOrWrites() throws Exception {
    String address = slugline.address();

    assertThat(slugline.said()).doesNotContain(PLANTED);
    for (String page :
        List.of("", "metrics", "health", "ready", "watches", "sources", "audit", "explain")) {
      assertThat(get(URI.create(address + page)).body()).as(page).doesNotContain(PLANTED);
    }
    List<String> records = everyRecord();
    assertThat(records).hasSizeGreaterThan(100);
    assertThat(records).noneMatch(record -> record.contains(PLANTED));
  }

  @Test
  void aLineOfTheLogIsAnObjectThatNamesItsLoggerAndLevel() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : slugline.said().lines().filter(it -> it.startsWith("{")).toList()) {
      lines.add(Json.mapper().readTree(line));
    }

    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.fieldNames()).toIterable().contains("level"));
    assertThat(lines)
        .anySatisfy(
            line -> assertThat(line.path("formattedMessage").asText()).contains("watching inbox"));
  }

  @Test
  void noRequestGetsAFaultOfOursOrTakesItDown() throws Exception {
    URI address = URI.create(slugline.address());
    Random random = new Random(1);
    List<String> pieces =
        List.of(
            "/",
            "story/",
            "article/",
            "watches/",
            "?q=",
            "&",
            "%00",
            "%",
            "../",
            "<script>",
            "'",
            "\"",
            "orders",
            "explain",
            "=",
            "9".repeat(300),
            "%F0%9F%9A%80",
            " ",
            "#",
            "\t",
            "~");
    for (int round = 0; round < 300; round++) {
      StringBuilder path = new StringBuilder("/");
      for (int i = random.nextInt(6); i >= 0; i--) {
        path.append(pieces.get(random.nextInt(pieces.size())));
      }
      String method = List.of("GET", "HEAD", "POST", "PUT", "X").get(random.nextInt(5));

      assertThat(statusOf(address, method, path.toString()))
          .as(method + " " + path)
          .doesNotContain(" 500");
    }
    assertThat(get(address.resolve("/health")).statusCode()).isEqualTo(200);
  }

  /** Sent as it is, for no client would send it so. */
  private static String statusOf(URI address, String method, String path) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      String host = address.getAuthority();
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readNBytes(64), UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  private static List<String> everyRecord() {
    Matcher servers = KAFKA.matcher(slugline.said());
    assertThat(servers.find()).isTrue();
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            servers.group(1),
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    List<String> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          Topics.all().stream()
              .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() != null) records.add(record.headers() + text(record));
        }
      }
    }
    return records;
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder text = new StringBuilder(new String(record.value(), UTF_8));
    record.headers().forEach(header -> text.append(new String(header.value(), UTF_8)));
    return text.toString();
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(Map.of("SLUGLINE_LOG", "json"));
    for (int i = 1; i <= 8; i++) environment.put("SECRET_" + i, PLANTED + i);
    return environment;
  }

  private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
