package io.slugline.alerting.console.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What happened, by time; the latest hundred thousand entries. */
final class History {
  private static final int MOST = 100_000;

  private final TreeMap<Key, Entry> entries = new TreeMap<>();
  private long number;

  /** Several things may happen at one time; they stay in the order in which they were read. */
  private record Key(Instant at, long number) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
  }

  void add(Entry entry) {
    entries.put(new Key(entry.at(), number++), entry);
    if (entries.size() > MOST) entries.pollFirstEntry();
  }

  void forgetBefore(Instant horizon) {
    entries.headMap(new Key(horizon, 0)).clear();
  }

  /** The latest first. */
  List<Entry> latest(Instant since, Predicate<Entry> wanted, int most) {
    List<Entry> found = new ArrayList<>();
    for (Map.Entry<Key, Entry> each :
        entries.tailMap(new Key(since, 0), true).descendingMap().entrySet()) {
      if (found.size() == most) break;
      if (wanted.test(each.getValue())) found.add(each.getValue());
    }
    return found;
  }
}
