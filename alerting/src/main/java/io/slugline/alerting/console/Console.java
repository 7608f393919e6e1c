package io.slugline.alerting.console;

import io.slugline.alerting.console.page.Outside;
import io.slugline.alerting.console.topic.KafkaOrders;
import io.slugline.alerting.console.topic.KafkaShelf;
import io.slugline.alerting.console.topic.TopicFollower;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Cluster;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running console: started by {@link #start}, stopped by {@link #close}. */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final View view = new View();

  private Console() {}

  /**
   * Where it is served, and to whom.
   *
   * @param local name of the person of this machine, who is asked for no password as long as the
   *     address is this machine's alone
   * @param open pages beside its own that ask nobody who they are
   */
  public record Serving(
      InetSocketAddress at, ConsoleConfig config, String local, List<OpenPage> open) {

    public Serving {
      open = List.copyOf(open);
      if (!at.getAddress().isLoopbackAddress() && !config.authenticates()) {
        throw new IllegalArgumentException(
            "http.host: "
                + at.getHostString()
                + " is open to other machines: the console needs alerting.console.users or"
                + " alerting.console.proxy to know who asks, or alerting.console.off: true");
      }
    }
  }

  /** A running console, and where. */
  public record Started(Console console, String address) {}

  /**
   * Starts serving at once, and reading what is on the topics.
   *
   * @throws IOException when the port is taken
   */
  public static Started start(Cluster cluster, Serving serving, Outside outside, Clock clock)
      throws IOException {
    Console console = new Console();
    try {
      KafkaOrders orders = console.keep(new KafkaOrders(cluster));
      KafkaShelf shelf = console.keep(new KafkaShelf(cluster));
      Wiring wiring = new Wiring(console.view, shelf, orders, outside, clock);
      ConsoleServer server = console.keep(wiring.serve(serving));
      console.keep(TopicFollower.start(cluster, console.view, clock));
      LOG.info("console at {}", server.address());
      return new Started(console, server.address());
    } catch (IOException | RuntimeException e) {
      console.close();
      throw e;
    }
  }

  /** What keeps it from working, when something does. */
  public Optional<String> problem() {
    return parts.stream()
        .filter(TopicFollower.class::isInstance)
        .flatMap(part -> ((TopicFollower) part).problem().stream())
        .findFirst();
  }

  /** How many sources have been silent for longer than is their way. */
  public long silentSources() {
    return view.alerts(line -> line.isOfSource() && line.isFiring()).size();
  }

  /** Whether it shows everything that was on the topics when it started. */
  public boolean ready() {
    return view.isCaughtUp();
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("the console did not close cleanly", e);
      }
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    parts.push(part);
    return part;
  }
}
