package io.slugline.alerting.console.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.slugline.alerting.console.view.AlertLine;
import io.slugline.alerting.console.view.View;
import io.slugline.contract.Json;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Tells browsers of alerts as they change: server-sent events, one thread for each browser. Each
 * event says how far the browser then is, so that it misses nothing when it comes back.
 */
public final class LiveFeed {
  private static final int MOST_BROWSERS = 100;
  private static final int MOST_AT_ONCE = 200;
  private static final Duration BREATH = Duration.ofSeconds(15);
  private static final Duration SUM_EVERY = Duration.ofSeconds(1);

  private final View view;
  private final NowScreen now;
  private final Pages pages;
  private final String boot;
  private final Semaphore browsers = new Semaphore(MOST_BROWSERS);
  private volatile boolean closing;

  public LiveFeed(View view, NowScreen now, Pages pages, String boot) {
    this.view = view;
    this.now = now;
    this.pages = pages;
    this.boot = boot;
  }

  /** Lets go of every browser. */
  public void close() {
    closing = true;
    view.wake();
  }

  public void stream(Context request) throws IOException {
    if (!browsers.tryAcquire()) {
      request.status(HttpStatus.SERVICE_UNAVAILABLE).result("too many browsers are live\n");
      return;
    }
    try {
      request.res().setContentType("text/event-stream;charset=utf-8");
      request.res().setHeader("Cache-Control", "no-store");
      feed(request, request.res().getOutputStream());
    } finally {
      browsers.release();
    }
  }

  private void feed(Context request, ServletOutputStream out) throws IOException {
    String mark =
        Optional.ofNullable(request.header("Last-Event-ID")).orElse(request.queryParam("since"));
    if (mark == null || !mark.startsWith(boot + "-")) {
      send(out, "reload", "", Map.of());
      return;
    }
    send(out, "hello", mark, Map.of());
    go(out, NowQuery.of(request), Long.parseLong(mark.substring(boot.length() + 1)));
  }

  private void go(ServletOutputStream out, NowQuery query, long from) throws IOException {
    long told = from;
    long summedUp = from;
    long nextSum = 0;
    while (!closing) {
      long seen = view.changes();
      rows(out, query, told, seen);
      told = seen;
      if (summedUp != seen && System.nanoTime() >= nextSum) {
        summedUp = seen;
        nextSum = System.nanoTime() + SUM_EVERY.toNanos();
        send(out, "sum", now.mark(seen), sum(query));
      }
      rest(out, seen, summedUp == seen ? BREATH : SUM_EVERY);
    }
  }

  private void rows(ServletOutputStream out, NowQuery query, long told, long seen)
      throws IOException {
    List<AlertLine> changed = view.changedAfter(told);
    if (changed.size() > MOST_AT_ONCE) {
      send(out, "much", now.mark(seen), changed.size());
      return;
    }
    for (AlertLine line : changed) send(out, "row", now.mark(line.change()), of(line, query));
  }

  /** Waits for news; a browser that has gone is noticed by the breath. */
  private void rest(ServletOutputStream out, long seen, Duration atMost) throws IOException {
    if (view.await(() -> closing || view.changes() != seen, atMost)) return;
    if (atMost.equals(BREATH)) out.print(": still here\n\n");
    out.flush();
  }

  private Map<String, Object> sum(NowQuery query) {
    return Map.of("foot", pages.piece("foot", now.footer()), "tabs", now.tabs(query));
  }

  private Map<String, Object> of(AlertLine line, NowQuery query) {
    Row row = now.row(line, query);
    return Map.of(
        "id",
        row.id(),
        "sort",
        row.sort(),
        "fits",
        row.fits(),
        "html",
        pages.piece("row", row),
        "words",
        row.severity() + ": " + row.watchTitle() + ": " + row.headline());
  }

  private static void send(ServletOutputStream out, String event, String mark, Object data)
      throws IOException {
    String id = mark.isEmpty() ? "" : "id: " + mark + "\n";
    String text = "event: " + event + "\n" + id + "data: " + Json.write(data) + "\n\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
