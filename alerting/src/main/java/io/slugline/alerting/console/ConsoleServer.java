package io.slugline.alerting.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.slugline.alerting.console.page.Gate;
import io.slugline.alerting.console.page.LiveFeed;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: settings, and which path leads where. */
final class ConsoleServer implements AutoCloseable {
  private static final int MOST_THREADS = 150;
  private static final int FEWEST_THREADS = 4;
  private static final long LARGEST_FORM = 1 << 20;

  private final Javalin server;
  private final LiveFeed live;
  private final String host;

  private ConsoleServer(Javalin server, LiveFeed live, String host) {
    this.server = server;
    this.live = live;
    this.host = host;
  }

  /**
   * Starts serving.
   *
   * @param open pages that ask nobody who they are
   * @throws BindException when the port is taken
   */
  static ConsoleServer start(InetSocketAddress at, Gate gate, Screens screens, List<OpenPage> open)
      throws BindException {
    Javalin server =
        Javalin.create(
            config -> {
              settle(config);
              config.routes.before(gate::check);
              open.forEach(page -> open(config.routes, page));
              screens.routes(config.routes);
            });
    try {
      server.start(at.getHostString(), at.getPort());
    } catch (RuntimeException e) {
      throw bindException(at, e);
    }
    return new ConsoleServer(server, screens.live(), at.getHostString());
  }

  String address() {
    return "http://" + host + ":" + server.port() + "/";
  }

  @Override
  public void close() {
    live.close();
    server.stop();
  }

  private static void settle(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LARGEST_FORM;
    config.http.generateEtags = false;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("console-http");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  private static void open(RoutesConfig routes, OpenPage page) {
    routes.get(
        page.path(),
        request -> {
          OpenPage.Answer answer = page.answer().get();
          request.status(answer.code()).contentType(answer.type()).result(answer.body());
        });
  }

  private static BindException bindException(InetSocketAddress at, RuntimeException e) {
    BindException taken =
        new BindException("port " + at.getPort() + " for the console is taken: set http.port");
    taken.initCause(e);
    return taken;
  }
}
