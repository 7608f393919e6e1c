package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the inbox whenever the system says that something changed, and every so often anyway:
 * network drives say nothing, and a system may lose word.
 */
public final class InboxWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWatcher.class);

  /** What else changes in the same moment is seen by the same look. */
  private static final Duration INSTANT = Duration.ofMillis(10);

  /** Looking takes at most a tenth of the time. */
  private static final int REST = 10;

  private final Inbox inbox;
  private final Path root;
  private final Duration rescan;
  private final FolderEvents events;
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "slugline-inbox");
  private volatile boolean closed;

  private InboxWatcher(Inbox inbox, Path root, Duration rescan) {
    this.inbox = inbox;
    this.root = root;
    this.rescan = rescan;
    this.events = new FolderEvents(root, inbox.placements());
  }

  public static InboxWatcher start(Inbox inbox, Path root, Duration rescan) {
    InboxWatcher watcher = new InboxWatcher(inbox, root, rescan);
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    return watcher;
  }

  /** Why files cannot be seen, while they cannot. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem.get());
  }

  private void run() {
    try {
      Duration before = Duration.ZERO;
      while (!closed) {
        long started = System.nanoTime();
        look();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        // One look that was held up, by a garbage collection say, is no reason to rest.
        rest(shorter(took, before).multipliedBy(REST));
        before = took;
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.debug("no longer watching {}", root);
    } catch (RuntimeException e) {
      problem.set("cannot watch inbox " + root + ": " + e);
      LOG.error("cannot watch inbox {}", root, e);
    }
  }

  private void look() {
    try {
      events.watch(inbox.look());
      if (problem.getAndSet(null) != null) LOG.info("inbox {} is back", root);
    } catch (IOException e) {
      events.forget();
      String reason = "inbox " + root + " cannot be looked at: " + e;
      if (problem.getAndSet(reason) == null) LOG.warn("{}", reason);
    }
  }

  private void rest(Duration atLeast) throws InterruptedException {
    Duration wanted = inbox.nextLookIn(rescan);
    events.await(longer(wanted, atLeast), shorter(rescan, longer(INSTANT, atLeast)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    events.close();
    thread.interrupt();
  }
}
