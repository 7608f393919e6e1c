package io.slugline.deploy.trace;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.slugline.contract.Trace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Listens to what the stages say of their steps, and posts them to a collector as OTLP in JSON. The
 * line never waits for it: steps that the collector does not take in time are dropped, and counted.
 */
public final class SpanExport extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final org.slf4j.Logger log = LoggerFactory.getLogger(SpanExport.class);
  private static final Logger STEPS = (Logger) LoggerFactory.getLogger(Trace.STEPS);
  private static final int ROOM = 10_000;
  private static final int BATCH = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI traces;
  private final double share;
  private final Counter sent;
  private final Counter dropped;
  private final BlockingQueue<Span> spans = new ArrayBlockingQueue<>(ROOM);
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Thread thread = new Thread(this::run, "spans");
  private boolean failing;
  private volatile boolean stopping;

  private SpanExport(URI endpoint, double share, MeterRegistry registry) {
    this.traces = URI.create(endpoint.toString().replaceAll("/+$", "") + "/v1/traces");
    this.share = share;
    this.sent = registry.counter("slugline.spans", "outcome", "sent");
    this.dropped = registry.counter("slugline.spans", "outcome", "dropped");
  }

  /** Listens until it is closed. */
  public static SpanExport start(URI endpoint, double share, MeterRegistry registry) {
    SpanExport export = new SpanExport(endpoint, share, registry);
    export.setContext(STEPS.getLoggerContext());
    export.start();
    STEPS.setLevel(Level.DEBUG);
    STEPS.setAdditive(false);
    STEPS.addAppender(export);
    export.thread.setDaemon(true);
    export.thread.start();
    log.info("traces go to {}", export.traces);
    return export;
  }

  @Override
  protected void append(ILoggingEvent event) {
    Span span = Span.of(event);
    if (span.isAmong(share) && !spans.offer(span)) dropped.increment();
  }

  /** Sends what is left. */
  @Override
  public void close() {
    STEPS.detachAppender(this);
    STEPS.setLevel(null);
    STEPS.setAdditive(true);
    stopping = true;
    try {
      thread.join(2 * PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop();
  }

  private void run() {
    try {
      while (!stopping || !spans.isEmpty()) {
        Span first = spans.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) continue;
        List<Span> batch = new ArrayList<>(List.of(first));
        spans.drainTo(batch, BATCH - 1);
        post(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(List<Span> batch) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(traces)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Span.request(batch)))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) taken(batch.size());
      else lost(batch.size(), "answered " + status);
    } catch (IOException e) {
      lost(batch.size(), e.toString());
    }
  }

  private void taken(int count) {
    sent.increment(count);
    if (failing) log.info("{} takes traces again", traces);
    failing = false;
  }

  private void lost(int count, String why) {
    dropped.increment(count);
    if (!failing) log.warn("{} does not take traces: {}", traces, why);
    failing = true;
  }
}
