package io.slugline.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.deploy.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on a broker that takes tokens of an identity provider, over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthIT {
  private static final Set<String> OF_THE_BROKER = Set.of("admin", "ANONYMOUS");
  private static final String ALLOWED = BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG;

  private final Path folder;
  private final TokenServer tokens = new TokenServer();
  private final SecuredBroker broker;

  OAuthIT(@TempDir Path folder) throws Exception {
    this.folder = folder;
    // The broker's; that of the clients is allowed by their configuration.
    System.setProperty(ALLOWED, tokens.keysUrl());
    broker = SecuredBroker.start(folder, settings());
  }

  @AfterAll
  void stop() throws IOException {
    broker.close();
    tokens.close();
    System.clearProperty(ALLOWED);
  }

  @Test
  void allClientsOfTheLineLogInWithTokens() throws IOException {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    Files.copy(Path.of("samples/articles/chongjin-eastgate.txt"), inbox.resolve("article.txt"));
    broker.takeSeen();

    Said run =
        slugline(
            TokenServer.SECRET,
            "run",
            "--until-idle",
            "--inbox",
            inbox.toString(),
            "--watches",
            "samples/watches.yaml",
            "--data",
            folder.resolve("data").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("port-activity");
    assertThat(broker.takeSeen())
        .extracting(Witness.Seen::user)
        .filteredOn(user -> !OF_THE_BROKER.contains(user))
        .isNotEmpty()
        .containsOnly(TokenServer.CLIENT);
    assertThat(tokens.given()).isPositive();
  }

  @Test
  void whoDoesNotKnowTheSecretIsToldSo() throws IOException {
    Said described = slugline("guessed", "topics", "describe");

    assertThat(described.code()).isEqualTo(3);
    assertThat(described.err()).contains("401");
  }

  private Said slugline(String secret, String... arguments) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve(secret + ".yaml"),
            """
            kafka:
              bootstrapServers: %s
              properties:
                security.protocol: SASL_SSL
                sasl.mechanism: OAUTHBEARER
                sasl.oauthbearer.token.endpoint.url: %s
                sasl.oauthbearer.client.credentials.client.id: %s
                sasl.oauthbearer.client.credentials.client.secret: %s
                sasl.login.callback.handler.class: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler
                sasl.jaas.config: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;
                ssl.truststore.type: PEM
                ssl.truststore.location: %s
            http: {port: 0}
            """
                .formatted(
                    broker.bootstrapServers(),
                    tokens.tokenUrl(),
                    TokenServer.CLIENT,
                    secret,
                    broker.certificate()));
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--config", config.toString()));
    return Said.by(all);
  }

  private Map<String, String> settings() {
    String listener = "listener.name.plaintext.oauthbearer.sasl.";
    return Map.of(
        "sasl.enabled.mechanisms",
        "PLAIN,OAUTHBEARER",
        listener + "jaas.config",
        OAuthBearerLoginModule.class.getName() + " required;",
        listener + "server.callback.handler.class",
        OAuthBearerValidatorCallbackHandler.class.getName(),
        "sasl.oauthbearer.jwks.endpoint.url",
        tokens.keysUrl(),
        "sasl.oauthbearer.expected.audience",
        TokenServer.AUDIENCE,
        "super.users",
        "User:admin;User:ANONYMOUS;User:" + TokenServer.CLIENT);
  }
}
