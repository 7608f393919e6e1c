package io.slugline.alerting.watch.index;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The versions in force by the ids of their watches: one place each, and no object of its own. */
final class ById {
  private @Nullable Compiled[] slots = new @Nullable Compiled[1024];
  private int size;

  int size() {
    return size;
  }

  List<Compiled> all() {
    return Arrays.stream(slots).filter(Objects::nonNull).toList();
  }

  @Nullable Compiled get(String id) {
    return slots[slot(id)];
  }

  /** Gives what stood there before. */
  @Nullable Compiled put(Compiled version) {
    int slot = slot(version.watch().id());
    Compiled old = slots[slot];
    slots[slot] = version;
    if (old == null && ++size * 3L > slots.length * 2L) grow();
    return old;
  }

  /** Gives what stood there. */
  @Nullable Compiled remove(String id) {
    int free = slot(id);
    Compiled old = slots[free];
    if (old == null) return null;
    slots[free] = null;
    size--;
    // What stands behind it may have found its place taken: it is put in anew.
    int mask = slots.length - 1;
    for (int next = (free + 1) & mask; ; next = (next + 1) & mask) {
      Compiled moved = slots[next];
      if (moved == null) return old;
      slots[next] = null;
      slots[slot(moved.watch().id())] = moved;
    }
  }

  private int slot(String id) {
    int mask = slots.length - 1;
    int mixed = id.hashCode() * 0x9e3779b9;
    int slot = (mixed ^ mixed >>> 15) & mask;
    while (true) {
      Compiled there = slots[slot];
      if (there == null || there.watch().id().equals(id)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private void grow() {
    @Nullable Compiled[] old = slots;
    slots = new @Nullable Compiled[old.length * 2];
    for (Compiled version : old) {
      if (version != null) slots[slot(version.watch().id())] = version;
    }
  }
}
