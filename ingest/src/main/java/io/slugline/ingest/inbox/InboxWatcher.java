package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
  private static final Duration SOON = Duration.ofMillis(50);

  /** Looking takes at most a tenth of the time. */
  private static final int REST = 10;

  private final Inbox inbox;
  private final Path root;
  private final Duration rescan;
  private final @Nullable WatchService system;
  private final Set<Path> watched = new HashSet<>();
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "slugline-inbox");
  private volatile boolean closed;

  private InboxWatcher(Inbox inbox, Path root, Duration rescan) {
    this.inbox = inbox;
    this.root = root;
    this.rescan = rescan;
    this.system = system(root);
  }

  private static @Nullable WatchService system(Path root) {
    try {
      return root.getFileSystem().newWatchService();
    } catch (IOException e) {
      LOG.warn("the system does not report changes, inbox is only looked at: {}", e.toString());
      return null;
    }
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
      while (!closed) {
        long started = System.nanoTime();
        look();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        rest(took.multipliedBy(REST));
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
      watch(inbox.look());
      if (problem.getAndSet(null) != null) LOG.info("inbox {} is back", root);
    } catch (IOException e) {
      watched.clear();
      String reason = "inbox " + root + " cannot be looked at: " + e;
      if (problem.getAndSet(reason) == null) LOG.warn("{}", reason);
    }
  }

  private void watch(List<Path> folders) {
    if (system == null) return;
    watched.retainAll(new HashSet<>(folders));
    for (Path folder : folders) {
      if (watched.contains(folder)) continue;
      try {
        folder.register(
            system, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      } catch (IOException e) {
        LOG.debug("{} is only looked at every {}: {}", folder, rescan, e.toString());
      }
      watched.add(folder);
    }
  }

  private void rest(Duration atLeast) throws InterruptedException {
    Duration wanted = inbox.isWaiting() ? SOON : rescan;
    Duration pause = wanted.compareTo(atLeast) > 0 ? wanted : atLeast;
    if (system == null) {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      return;
    }
    WatchKey key = system.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
    if (key == null) return;
    // What else changes in the same moment is seen by the same look.
    TimeUnit.MILLISECONDS.sleep(Math.min(rescan.toMillis(), Math.max(10, atLeast.toMillis())));
    for (; key != null; key = system.poll()) {
      key.pollEvents();
      if (!key.reset()) watched.clear(); // a folder is gone; another may take its name
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    if (system != null) system.close();
    thread.interrupt();
  }
}
