package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the system says of the inbox's folders: when to look again, and which files were placed or
 * written. It may say nothing: then there is only the waiting.
 */
final class FolderEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);

  private final Placements placements;
  private final @Nullable WatchService system;
  private final Map<Path, @Nullable WatchKey> watched = new HashMap<>();

  FolderEvents(Path root, Placements placements) {
    this.placements = placements;
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

  /** Listens to these folders, and to no other from now on. */
  void watch(List<Path> folders) {
    if (system == null) return;
    Set<Path> there = Set.copyOf(folders);
    leave(folder -> !there.contains(folder));
    for (Path folder : folders) {
      if (!watched.containsKey(folder)) watched.put(folder, register(folder, system));
    }
  }

  private @Nullable WatchKey register(Path folder, WatchService listener) {
    placements.clear(folder); // what was done there until now was not heard
    try {
      return folder.register(
          listener,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException e) {
      LOG.debug("{} is only looked at every so often: {}", folder, e.toString());
      return null;
    }
  }

  /** Other folders may take the places of all that were watched. */
  void forget() {
    leave(folder -> true);
    placements.clear();
  }

  /** A folder that was moved away would speak on under its old name. */
  private void leave(Predicate<Path> which) {
    for (Path folder : watched.keySet().stream().filter(which).toList()) {
      WatchKey key = watched.remove(folder);
      if (key != null) key.cancel();
    }
  }

  /**
   * Waits until something new is said or patience is over.
   *
   * @param gathering what else changes in this time is heard as well
   */
  void await(Duration patience, Duration gathering) throws InterruptedException {
    if (system == null) {
      TimeUnit.MILLISECONDS.sleep(patience.toMillis());
      return;
    }
    long end = System.nanoTime() + patience.toNanos();
    boolean isNews = false;
    while (!isNews && System.nanoTime() < end) {
      WatchKey key = system.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (key == null) return;
      TimeUnit.MILLISECONDS.sleep(gathering.toMillis());
      for (; key != null; key = system.poll()) isNews |= hear(key);
    }
  }

  private boolean hear(WatchKey key) {
    Path folder = (Path) key.watchable();
    List<WatchEvent<?>> events = key.pollEvents();
    if (!key.reset()) {
      leave(other -> other.startsWith(folder));
      return true;
    }
    return hear(folder, events);
  }

  /** Gives whether there is news: that a file went is none, as we move them away ourselves. */
  private boolean hear(Path folder, List<WatchEvent<?>> events) {
    boolean isNews = false;
    boolean unfinishedWent = false;
    for (WatchEvent<?> event : events) {
      boolean went = event.kind() == StandardWatchEventKinds.ENTRY_DELETE;
      isNews |= !went;
      if (event.context() instanceof Path name) {
        Path file = folder.resolve(name);
        if (went) isNews |= gone(file);
        else note(event.kind(), file, unfinishedWent);
        unfinishedWent = went && Names.areLeftAlone(name.toString());
      } else {
        placements.clear();
      }
    }
    return isNews;
  }

  /** Gives whether it was a folder. */
  private boolean gone(Path file) {
    placements.written(file);
    if (!watched.containsKey(file)) return false;
    leave(folder -> folder.startsWith(file));
    return true;
  }

  private void note(WatchEvent.Kind<?> kind, Path file, boolean unfinishedWent) {
    if (kind == StandardWatchEventKinds.ENTRY_MODIFY) placements.written(file);
    else if (unfinishedWent) placements.renamed(file);
    else placements.appeared(file);
  }

  @Override
  public void close() throws IOException {
    if (system != null) system.close();
  }
}
