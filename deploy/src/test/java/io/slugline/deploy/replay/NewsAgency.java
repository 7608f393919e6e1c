package io.slugline.deploy.replay;

import io.slugline.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Puts past articles into an inbox at once, and then 50 a second. */
final class NewsAgency implements AutoCloseable {
  private static final int AT_ONCE = 25;
  private static final int MOST = 6_000;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<String> texts = new News(50).texts(MOST);
  private final Path inbox;
  private int sent;
  private Future<?> sending = CompletableFuture.completedFuture(null);

  NewsAgency(Path inbox, int past) {
    this.inbox = inbox;
    put(past);
  }

  void start() {
    sending = clock.scheduleAtFixedRate(() -> put(AT_ONCE), 0, 500, TimeUnit.MILLISECONDS);
  }

  /** Returns when the last ones are there. */
  void stop() throws InterruptedException, ExecutionException {
    if (sending.isDone()) sending.get();
    close();
    clock.awaitTermination(10, TimeUnit.SECONDS);
  }

  synchronized int sent() {
    return sent;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private synchronized void put(int most) {
    int count = Math.min(most, MOST - sent);
    String lines =
        texts.subList(sent, sent + count).stream()
            .map(text -> Json.write(Map.of("text", text)))
            .collect(Collectors.joining("\n"));
    try {
      Path unfinished = Files.writeString(inbox.resolve(sent + ".tmp"), lines);
      Files.move(unfinished, inbox.resolve(sent + ".jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sent += count;
  }
}
