package io.slugline.deploy.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.apache.kafka.server.fault.FaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Kafka broker and its controller, in this JVM, listening on the loopback address only. */
public final class EmbeddedBroker implements AutoCloseable {
  /** Must never change: a kept data folder is refused by a broker with another cluster id. */
  private static final String CLUSTER_ID = "c2x1Z2xpbmUtbG9jYWwtMQ";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_MILLIS = 20;
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final DataFolder folder;
  private final Sockets sockets;
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
  private final ControllerServer controller;
  private final BrokerServer broker;

  private EmbeddedBroker(DataFolder folder, Sockets sockets, Map<String, String> further)
      throws Exception {
    this.folder = folder;
    this.sockets = sockets;
    format();
    Properties settings =
        new BrokerSettings(sockets.port(), sockets.controllerPort(), folder).properties();
    settings.putAll(further);
    KafkaConfig config = new KafkaConfig(settings);
    SharedServer shared = shared(config);
    controller =
        new ControllerServer(
            shared,
            KafkaRaftServer.configSchema(),
            new BootstrapDirectory(folder.metadata().toString()).read());
    broker = new BrokerServer(shared);
  }

  /**
   * Starts a broker on a folder, which is created when it is missing; what an earlier one left
   * there is served again.
   *
   * @param data held by one broker at a time
   * @param port that clients connect to; 0 for any free one
   * @throws IOException when the folder or the port is in use, or the broker does not come up
   */
  public static EmbeddedBroker start(Path data, int port) throws IOException {
    return start(data, port, Map.of());
  }

  /** The same with settings of Kafka's put over our own: to ask clients who they are. */
  static EmbeddedBroker start(Path data, int port, Map<String, String> further) throws IOException {
    DataFolder folder = DataFolder.hold(data.toAbsolutePath().normalize());
    try {
      return start(folder, port, further);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static EmbeddedBroker start(DataFolder folder, int port, Map<String, String> further)
      throws IOException {
    Sockets sockets = Sockets.bind(port);
    try {
      EmbeddedBroker embedded = new EmbeddedBroker(folder, sockets, further);
      embedded.startup();
      Files.writeString(DataFolder.address(folder.path()), embedded.bootstrapServers());
      return embedded;
    } catch (Exception e) {
      sockets.close();
      throw new IOException("the embedded broker does not start on " + folder.path(), e);
    }
  }

  /** What clients of the broker that runs on a folder connect to; empty when none does. */
  public static Optional<String> runningOn(Path data) throws IOException {
    Path address = DataFolder.address(data);
    return DataFolder.isHeld(data) && Files.exists(address)
        ? Optional.of(Files.readString(address))
        : Optional.empty();
  }

  /** What clients connect to. */
  public String bootstrapServers() {
    return "localhost:" + sockets.port();
  }

  /** What it died of, if it did. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem.get());
  }

  @Override
  public void close() throws IOException {
    broker.shutdown(PATIENCE);
    controller.shutdown();
    sockets.close();
    folder.close();
  }

  private void startup() {
    try {
      controller.startup();
      forgetWhoWasKilled();
      broker.startup();
    } catch (RuntimeException e) {
      broker.shutdown(PATIENCE);
      controller.shutdown();
      throw e;
    }
  }

  /**
   * To the controller a broker that was killed still leads every partition. The new one would take
   * that for its own until the old session ends, then lose it all and get it again, and a
   * coordinator that is loaded twice in a row may take the first loading's end for the second's.
   */
  private void forgetWhoWasKilled() {
    ControllerRequestContext ourselves =
        new ControllerRequestContext(
            new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        controller.controller().unregisterBroker(ourselves, BrokerSettings.NODE_ID).join();
        return;
      } catch (CompletionException e) {
        if (e.getCause() instanceof BrokerIdNotRegisteredException) return;
        boolean notYet = e.getCause() instanceof NotControllerException;
        if (!notYet || Instant.now().isAfter(until)) throw e;
        Time.SYSTEM.sleep(LOOK_EVERY_MILLIS);
      }
    }
  }

  private void format() throws Exception {
    Files.createDirectories(folder.log());
    Files.createDirectories(folder.metadata());
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .setNodeId(BrokerSettings.NODE_ID)
        .setClusterId(CLUSTER_ID)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setDirectories(List.of(folder.log().toString(), folder.metadata().toString()))
        .setMetadataLogDirectory(folder.metadata().toString())
        .setIgnoreFormatted(true)
        .run();
  }

  private SharedServer shared(KafkaConfig config) throws IOException {
    MetaPropertiesEnsemble known =
        new MetaPropertiesEnsemble.Loader()
            .addLogDirs(List.of(folder.log().toString()))
            .addMetadataLogDir(folder.metadata().toString())
            .load();
    return new SharedServer(
        config,
        known,
        Time.SYSTEM,
        new Metrics(),
        CompletableFuture.completedFuture(
            Map.of(
                BrokerSettings.NODE_ID,
                new InetSocketAddress("localhost", sockets.controllerPort()))),
        List.of(),
        (name, fatal, action) -> faults(name, fatal, action),
        (listener, address, backlog, buffer) -> sockets.of(listener));
  }

  /** Kafka's own answer to a fatal fault is to halt the JVM without a word. */
  private FaultHandler faults(String name, boolean fatal, Runnable action) {
    return (failure, cause) -> {
      String what = "the embedded broker: " + name + ": " + failure;
      log.error(what, cause);
      if (fatal) problem.compareAndSet(null, what);
      action.run();
      return new IllegalStateException(what, cause);
    };
  }
}
