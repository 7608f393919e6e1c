package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Knows every file of the inbox that is not settled yet, and which of them are finished: unchanged
 * between two looks a settling time apart, or renamed into place. One thread looks, another takes
 * what is ready.
 */
public final class Inbox {
  private static final Duration SOON = Duration.ofMillis(50);

  /** What the system has to say of a file is heard by then. */
  private static final Duration MOMENT = Duration.ofMillis(20);

  private final Path root;
  private final Duration settling;
  private final Clock clock;
  private final Placements placements;
  private final Map<Path, Sighting> sightings = new HashMap<>();
  private final BlockingQueue<ArrivedFile> ready = new LinkedBlockingQueue<>();
  private boolean wasLookedAt;

  private enum State {
    WAITING,
    READY,
    /** Settled, but it cannot be moved or may not be. */
    SETTLED_HERE
  }

  private record Sighting(Stamp stamp, Instant firstSeenAt, Instant unchangedSince, State state) {
    Sighting as(State next) {
      return new Sighting(stamp, firstSeenAt, unchangedSince, next);
    }
  }

  public Inbox(Path root, Duration settling, Clock clock) {
    this.root = root;
    this.settling = settling;
    this.clock = clock;
    this.placements = new Placements(root);
  }

  /**
   * Looks at all files once.
   *
   * @return the folders that there are, the inbox itself first
   * @throws IOException when the inbox is not there
   */
  public List<Path> look() throws IOException {
    Walk walk = Walk.of(root);
    note(walk.files());
    return walk.folders();
  }

  /** The next finished file, in order of arrival; empty when none comes within {@code patience}. */
  public Optional<ArrivedFile> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(ready.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Takes it off the books: it was moved away, or has vanished, or is to be looked at anew. */
  public synchronized void forget(ArrivedFile file) {
    sightings.remove(file.file());
  }

  /** It is settled and stays where it is: not to be read again unless it changes. */
  public synchronized void leaveHere(ArrivedFile file) {
    Sighting sighting = sightings.get(file.file());
    if (sighting != null) sightings.put(file.file(), sighting.as(State.SETTLED_HERE));
  }

  /** How many files were seen and are not settled. */
  public synchronized int open() {
    return (int) sightings.values().stream().filter(s -> s.state() != State.SETTLED_HERE).count();
  }

  /** Whether every file is settled, as far as the last look could see. */
  public synchronized boolean isSettled() {
    return wasLookedAt && open() == 0;
  }

  /** Where the one who looks says which files were renamed into place. */
  Placements placements() {
    return placements;
  }

  /** When the next look should come: soon, while a file is being waited for. */
  synchronized Duration nextLookIn(Duration idle) {
    Duration wanted = idle;
    for (Map.Entry<Path, Sighting> each : sightings.entrySet()) {
      if (each.getValue().state() != State.WAITING) continue;
      if (placements.isHinted(each.getKey())) return MOMENT;
      wanted = SOON;
    }
    return wanted;
  }

  private synchronized void note(Map<Path, Stamp> files) {
    Instant now = clock.instant();
    files.forEach((file, stamp) -> note(file, stamp, now));
    sightings
        .entrySet()
        .removeIf(s -> s.getValue().state() != State.READY && !files.containsKey(s.getKey()));
    placements.retain(files.keySet());
    wasLookedAt = true;
  }

  private void note(Path file, Stamp stamp, Instant now) {
    Sighting known = sightings.get(file);
    if (known == null || (known.state() == State.SETTLED_HERE && !stamp.equals(known.stamp()))) {
      sightings.put(file, new Sighting(stamp, now, now, State.WAITING));
    } else if (known.state() == State.WAITING && !stamp.equals(known.stamp())) {
      sightings.put(file, new Sighting(stamp, known.firstSeenAt(), now, State.WAITING));
    } else if (known.state() == State.WAITING && isFinished(file, known, now)) {
      sightings.put(file, known.as(State.READY));
      ready.add(new ArrivedFile(file, nameOf(file), known.firstSeenAt(), stamp));
    }
  }

  private boolean isFinished(Path file, Sighting known, Instant now) {
    if (!now.isBefore(known.unchangedSince().plus(settling))) return true;
    return !now.isBefore(known.unchangedSince().plus(MOMENT))
        && placements.isWhole(file, known.stamp());
  }

  private String nameOf(Path file) {
    return root.relativize(file).toString().replace(java.io.File.separatorChar, '/');
  }
}
