package io.slugline.alerting.console;

import io.slugline.alerting.console.page.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;

/** Serves a console over topics in memory. */
final class Serve {
  private Serve() {}

  /** To this machine's own person, who is called ann. */
  static ConsoleServer open(Doubles topics, Outside outside, Clock clock, InetSocketAddress at) {
    return to(ConsoleConfig.standard(), topics, outside, clock, at);
  }

  static ConsoleServer to(
      ConsoleConfig config, Doubles topics, Outside outside, Clock clock, InetSocketAddress at) {
    try {
      return new Wiring(topics.view, topics, topics, outside, clock)
          .serve(
              new Console.Serving(
                  at,
                  config,
                  "ann",
                  List.of(
                      new OpenPage(
                          "/health", () -> new OpenPage.Answer(200, "text/plain", "well")))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
