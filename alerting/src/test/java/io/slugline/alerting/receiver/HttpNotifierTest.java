package io.slugline.alerting.receiver;

import static io.slugline.alerting.Samples.minute;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.slugline.alerting.Alerts;
import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import io.slugline.contract.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpNotifierTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(9);
  private final Clock clock = Clock.fixed(minute(1), ZoneOffset.UTC);
  private final Notification notification =
      new Notification(
          "d1",
          Notification.Kind.CHANGE,
          true,
          List.of(Alerts.opened("s1", minute(0))),
          "first match",
          minute(1),
          Trace.ofArticle("f-0"));
  private RecordingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RecordingServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aWebhookGetsACloudEventWithItsIdAndASignatureThatCanBeChecked() throws Exception {
    Attempt attempt = webhook(Secret.of("s3cret")).send(notification);

    assertThat(attempt).isEqualTo(new Attempt.Delivered());
    RecordingServer.Received got = server.received.get(0);
    JsonNode event = Json.mapper().readTree(got.body());
    assertThat(got.header("Content-Type")).startsWith("application/cloudevents+json");
    assertThat(got.header("Idempotency-Key")).isEqualTo("d1");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("d1");
    assertThat(event.at("/data/page").asBoolean()).isTrue();
    assertThat(event.at("/data/alerts/0/story").asText()).isEqualTo("s1");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = "d1." + got.header("webhook-timestamp") + "." + got.body();
    assertThat(got.header("traceparent")).isEqualTo(Trace.ofArticle("f-0").traceparent());
    assertThat(got.header("webhook-signature"))
        .isEqualTo(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aSecretInAFileIsReadAnewForEachMessage(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "one\n");
    Notifier notifier = webhook(Secret.in(file));
    notifier.send(notification);
    Files.writeString(file, "two\n");
    notifier.send(notification);

    assertThat(server.received)
        .extracting(got -> got.header("webhook-signature"))
        .doesNotHaveDuplicates();
  }

  @Test
  void noSettingTellsASecret() {
    WebhookReceiver receiver =
        new WebhookReceiver(
            "hook",
            server.url(),
            Secret.of("s3cret"),
            Map.of("Authorization", Secret.of("Bearer t0ken")),
            SHORT,
            false);

    assertThat(receiver.toString()).doesNotContain("s3cret").doesNotContain("t0ken");
  }

  @Test
  void noFailureTellsASecretThatTheReceiverSaysBack() {
    server.answers(404, Map.of(), "Cannot POST /T0/s3cret");
    server.answers(400, Map.of(), "no such routing_key: s3cret");
    server.answers(500, Map.of(), "Authorization: Bearer s3cret");
    URI chat = server.url().resolve("/T0/s3cret");
    Map<String, Secret> headers = Map.of("Authorization", Secret.of("Bearer s3cret"));

    List<Attempt> attempts =
        List.of(
            new SlackReceiver("chat", Secret.of(chat.toString()), PATIENCE, false)
                .notifier(clock)
                .send(notification),
            new PagerDutyReceiver("duty", Secret.of("s3cret"), server.url(), PATIENCE)
                .notifier(clock)
                .send(notification),
            new WebhookReceiver("hook", server.url(), null, headers, PATIENCE, false)
                .notifier(clock)
                .send(notification));

    assertThat(attempts)
        .containsExactly(
            new Attempt.Refused("answered 404 Cannot POST ***"),
            new Attempt.Refused("answered 400 no such routing_key: ***"),
            new Attempt.RetryLater("answered 500 Authorization: ***", Duration.ZERO));
  }

  @Test
  void aBusyReceiverIsAskedAgainWhenItSays() {
    server.answers(429, Map.of("Retry-After", "7"), "slow down");
    server.answers(503, Map.of("Retry-After", "Sun, 01 Mar 2026 06:03:00 GMT"), "");
    Notifier notifier = webhook(null);

    assertThat(notifier.send(notification))
        .isEqualTo(new Attempt.RetryLater("answered 429 slow down", Duration.ofSeconds(7)));
    assertThat(notifier.send(notification))
        .isEqualTo(new Attempt.RetryLater("answered 503 ", Duration.ofMinutes(2)));
  }

  @Test
  void aFaultOfTheReceiverIsForLaterAndAFaultOfOursIsFinal() {
    server.answers(500).answers(400).answers(302).answers(408);
    Notifier notifier = webhook(null);

    assertThat(notifier.send(notification)).isInstanceOf(Attempt.RetryLater.class);
    assertThat(notifier.send(notification)).isInstanceOf(Attempt.Refused.class);
    assertThat(notifier.send(notification)).isInstanceOf(Attempt.Refused.class);
    assertThat(notifier.send(notification)).isInstanceOf(Attempt.RetryLater.class);
  }

  @Test
  void aReceiverThatClosesTheConnectionOrSaysNothingIsForLater() {
    server.closesTheConnection().saysNothing();
    Notifier notifier = webhook(null);

    assertThat(notifier.send(notification)).isInstanceOf(Attempt.RetryLater.class);
    assertThat(notifier.send(notification))
        .isEqualTo(new Attempt.RetryLater("no answer within 300 ms", Duration.ZERO));
  }

  @Test
  void aReceiverThatIsNotThereIsForLater() {
    URI nowhere = server.url();
    server.close();
    Notifier notifier =
        new WebhookReceiver("hook", nowhere, null, Map.of(), SHORT, false).notifier(clock);

    assertThat(notifier.send(notification)).isInstanceOf(Attempt.RetryLater.class);
  }

  @Test
  void aCertificateThatNobodyTrustsGetsNoText(@TempDir Path folder) throws Exception {
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
    try (RecordingServer untrusted = new RecordingServer(secure)) {
      URI url = URI.create("https://localhost:" + untrusted.port() + "/");

      Attempt attempt =
          new WebhookReceiver("hook", url, null, Map.of(), Duration.ofSeconds(5), false)
              .notifier(clock)
              .send(notification);

      assertThat(attempt).isInstanceOf(Attempt.RetryLater.class);
      assertThat(attempt.toString()).contains("no secure connection");
      assertThat(untrusted.received).isEmpty();
    }
  }

  @Test
  void aChatGetsTextThatCannotCallOutTheChannel() throws IOException {
    Notifier notifier =
        new SlackReceiver("chat", Secret.of(server.url().toString()), SHORT, false).notifier(clock);

    assertThat(notifier.send(notification)).isEqualTo(new Attempt.Delivered());
    JsonNode message = Json.mapper().readTree(server.received.get(0).body());
    assertThat(message.path("text").asText())
        .isEqualTo("Ships: A &lt;freighter&gt; docked &amp; left");
    assertThat(message.at("/attachments/0/color").asText()).isEqualTo("#ef6c00");
  }

  @Test
  void anIncidentIsTriggeredOnceAndResolvedUnderTheSameKey() throws IOException {
    PagerDutyReceiver receiver =
        new PagerDutyReceiver("duty", Secret.of("key"), server.url(), SHORT);
    Notifier notifier = receiver.notifier(clock);
    var resolved = Alerts.change("s1", 2, Alert.Change.RESOLVED, false, minute(9));

    notifier.send(notification);
    notifier.send(
        new Notification(
            "d2", Notification.Kind.CHANGE, false, List.of(resolved), "quiet", minute(9), null));

    JsonNode trigger = Json.mapper().readTree(server.received.get(0).body());
    JsonNode resolve = Json.mapper().readTree(server.received.get(1).body());
    assertThat(trigger.path("event_action").asText()).isEqualTo("trigger");
    assertThat(trigger.at("/payload/severity").asText()).isEqualTo("warning");
    assertThat(resolve.path("event_action").asText()).isEqualTo("resolve");
    assertThat(resolve.path("dedup_key")).isEqualTo(trigger.path("dedup_key"));
    assertThat(receiver.wants(resolved)).isTrue();
    assertThat(receiver.wants(Alerts.updated("s1", 2, minute(2)))).isFalse();
  }

  private Notifier webhook(@Nullable Secret secret) {
    return new WebhookReceiver("hook", server.url(), secret, Map.of(), SHORT, false)
        .notifier(clock);
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -keyalg EC -alias a -dname CN=localhost -storetype PKCS12"
            + " -storepass changeit -keystore "
            + store;
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ")));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
    managers.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
