package io.slugline.alerting.console;

import com.microsoft.playwright.Page;
import io.slugline.alerting.console.page.Outside;
import java.net.InetSocketAddress;
import java.time.Clock;

/** A console over topics in memory, and a browser before it. */
record Visit(Browser browser, Doubles topics, ConsoleServer server) implements AutoCloseable {

  static Visit to(Browser browser, Outside outside) {
    Doubles topics = new Doubles();
    topics.view.caughtUp();
    InetSocketAddress any = new InetSocketAddress("localhost", 0);
    return new Visit(browser, topics, Serve.open(topics, outside, Clock.systemUTC(), any));
  }

  Page open(String path) {
    Page page = browser.open(1360, 850);
    page.navigate(server.address() + path.substring(1));
    return page;
  }

  @Override
  public void close() {
    browser.closePages();
    server.close();
  }
}
