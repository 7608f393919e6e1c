package io.slugline.deploy.broker;

import io.slugline.contract.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * An embedded broker that speaks TLS only, asks clients for user and password and holds them to
 * their permissions, as Strimzi's does.
 */
public final class SecuredBroker implements AutoCloseable {
  private static final String ADMIN = "admin";
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required"
          + " username=\"admin\" password=\"admin-secret\"";
  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required";

  private final Path certificate;
  private final EmbeddedBroker broker;

  private SecuredBroker(Path certificate, EmbeddedBroker broker) {
    this.certificate = certificate;
    this.broker = broker;
  }

  public static SecuredBroker start(Path folder) throws IOException, InterruptedException {
    return start(folder, Map.of());
  }

  /**
   * Starts it.
   *
   * @param more settings, before those that every such broker has
   */
  static SecuredBroker start(Path folder, Map<String, String> more)
      throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    Path certificate = folder.resolve("ca.crt");
    String store = "-keystore " + keys + " -storepass secret1 -alias kafka ";
    keytool("-genkeypair " + store + "-keyalg EC -dname CN=localhost -ext san=dns:localhost");
    keytool("-exportcert " + store + "-rfc -file " + certificate);
    Map<String, String> settings = new HashMap<>(settings(keys));
    settings.putAll(more);
    EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, settings);
    return new SecuredBroker(certificate, broker);
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** What clients are to trust, in PEM. */
  public Path certificate() {
    return certificate;
  }

  /** As one who may do everything. */
  public Cluster admin() {
    return cluster("PLAIN", PLAIN + ";");
  }

  /** As this user. */
  public Cluster as(String user) {
    return cluster("SCRAM-SHA-512", login(user));
  }

  /** What a client's {@code sasl.jaas.config} is for this user. */
  public String login(String user) {
    return SCRAM + " username=\"%s\" password=\"%s-secret\";".formatted(user, user);
  }

  /** Lets users log in. */
  public void admit(Iterable<String> users) throws Exception {
    try (Admin admin = Admin.create(admin().clientProperties())) {
      for (String user : users) {
        ScramCredentialInfo info = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
        admin
            .alterUserScramCredentials(
                List.of(new UserScramCredentialUpsertion(user, info, user + "-secret")))
            .all()
            .get(30, TimeUnit.SECONDS);
      }
    }
  }

  /** All that was asked of it since the last call, and its answers. */
  public List<Witness.Seen> takeSeen() {
    return Witness.takeSeen();
  }

  @Override
  public void close() throws IOException {
    broker.close();
  }

  private Cluster cluster(String mechanism, String login) {
    return new Cluster(
        bootstrapServers(),
        "",
        Map.of(
            "security.protocol",
            "SASL_SSL",
            "sasl.mechanism",
            mechanism,
            "sasl.jaas.config",
            login,
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            certificate.toString()));
  }

  /** The listener keeps its name, which is no more than that. */
  private static Map<String, String> settings(Path keys) {
    String listener = "listener.name.plaintext.";
    return Map.ofEntries(
        Map.entry("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "PLAINTEXT"),
        Map.entry("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry(listener + "plain.sasl.jaas.config", PLAIN + " user_admin=\"admin-secret\";"),
        Map.entry(listener + "scram-sha-512.sasl.jaas.config", SCRAM + ";"),
        Map.entry("ssl.keystore.location", keys.toString()),
        Map.entry("ssl.keystore.password", "secret1"),
        Map.entry("ssl.truststore.location", keys.toString()),
        Map.entry("ssl.truststore.password", "secret1"),
        Map.entry("server.max.startup.time.ms", "300000"),
        Map.entry("authorizer.class.name", Witness.class.getName()),
        Map.entry("super.users", "User:" + ADMIN + ";User:ANONYMOUS"));
  }

  private static void keytool(String arguments) throws IOException, InterruptedException {
    ProcessBuilder keytool = new ProcessBuilder(new ArrayList<>(List.of(arguments.split(" "))));
    keytool.command().add(0, Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    if (keytool.inheritIO().start().waitFor() != 0) throw new IOException("keytool failed");
  }
}
