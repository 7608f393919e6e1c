package io.slugline.alerting.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.slugline.alerting.console.page.Outside;
import io.slugline.contract.Alert;
import io.slugline.contract.Severity;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand alerts that fire: prints how long the Now screen takes, and asserts no time. */
class ConsoleSpeedIT {
  private static final int ALERTS = 10_000;
  private static final int ROUNDS = 11;

  private static final String PAINTED =
      "performance.getEntriesByName('first-contentful-paint').length";
  private static final String FIRST_PAINT =
      "performance.getEntriesByName('first-contentful-paint')[0].startTime";

  /** When the row said so: the time of the change itself, not of a look at it. */
  private static final String WATCH_THE_FIRST_ROW =
      "() => { window.seen = 0; const row = document.querySelector('tr.row');"
          + " new MutationObserver(() => requestAnimationFrame(() => { window.seen = Date.now(); }))"
          + ".observe(row, { childList: true }); }";

  @Test
  void aPageOfManyAlertsIsPaintedAndUpdated() {
    Doubles topics = new Doubles();
    Instant now = Instant.now();
    for (int i = 0; i < ALERTS; i++) {
      Severity severity = Severity.values()[i % 3];
      Instant at = now.minusSeconds(i);
      topics.put(Facts.article("article-s" + i, "s" + i, "Ship " + i + " was struck", at));
      topics.put(Facts.alert("s" + i, severity, "Ship " + i + " was struck", at));
    }
    topics.view.caughtUp();
    InetSocketAddress any = new InetSocketAddress("localhost", 0);

    try (Browser browser = Browser.start();
        ConsoleServer server = Serve.open(topics, Outside.none(), Clock.systemUTC(), any)) {
      List<Double> paints = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) paints.add(paint(browser, server));
      List<Double> updates = updates(browser, server, topics);

      System.out.printf(
          "console: %d alerts, first paint median %.0f ms, worst %.0f ms; update median %.0f ms,"
              + " worst %.0f ms (%d rounds)%n",
          ALERTS, median(paints), worst(paints), median(updates), worst(updates), ROUNDS);
    }
  }

  private static double paint(Browser browser, ConsoleServer server) {
    Page page = browser.open(1360, 850);
    page.navigate(server.address());
    await().until(() -> number(page, PAINTED) > 0);
    assertThat(page.locator("#tabs a").first()).containsText(String.valueOf(ALERTS));
    double paint = number(page, FIRST_PAINT);
    page.context().close();
    return paint;
  }

  private static List<Double> updates(Browser browser, ConsoleServer server, Doubles topics) {
    Page page = browser.open(1360, 850);
    page.navigate(server.address());
    assertThat(page.locator("#live")).hasText("Live");
    page.evaluate(WATCH_THE_FIRST_ROW);
    String id = String.valueOf(page.getAttribute("tr.row", "data-alert"));
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      page.evaluate("window.seen = 0");
      Alert alert = topics.alert(topics.view.alert(id).orElseThrow()).orElseThrow();
      long written = System.currentTimeMillis();
      topics.put(Facts.next(alert, Alert.Change.UPDATED, null, null));
      await().pollInterval(Duration.ofMillis(10)).until(() -> number(page, "window.seen") > 0);
      times.add(number(page, "window.seen") - written);
    }
    assertThat(times).hasSize(ROUNDS);
    return times;
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  private static double median(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static double worst(List<Double> times) {
    return Collections.max(times);
  }
}
