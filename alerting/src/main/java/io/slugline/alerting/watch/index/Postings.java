package io.slugline.alerting.watch.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which watches are posted under which literal. Lists are filled in place and end at the first
 * empty place: a reader may or may not meet a watch that is newer than its reading.
 */
final class Postings {
  private static final @Nullable Compiled[] NONE = {};
  private volatile AtomicReferenceArray<@Nullable Compiled @Nullable []> lists =
      new AtomicReferenceArray<>(1024);

  @Nullable Compiled[] of(int literal) {
    AtomicReferenceArray<@Nullable Compiled @Nullable []> now = lists;
    @Nullable Compiled[] list = literal < now.length() ? now.getAcquire(literal) : null;
    return list == null ? NONE : list;
  }

  void add(int literal, Compiled watch) {
    if (literal >= lists.length()) grow(literal);
    @Nullable Compiled[] list = of(literal);
    int size = size(list);
    if (size < list.length) {
      list[size] = watch;
      return;
    }
    @Nullable Compiled[] longer = Arrays.copyOf(list, size + 1 + size / 2);
    longer[size] = watch;
    lists.setRelease(literal, longer);
  }

  /** Takes out those that are in force for no reading that begins from now on. */
  void sweep(int literal, long version) {
    @Nullable Compiled[] list = of(literal);
    @Nullable Compiled[] kept = new @Nullable Compiled[list.length];
    int size = 0;
    for (Compiled watch : list) {
      if (watch != null && watch.isInForce(version)) kept[size++] = watch;
    }
    lists.setRelease(literal, size == 0 ? null : Arrays.copyOf(kept, size));
  }

  private static int size(@Nullable Compiled[] list) {
    int low = 0;
    int high = list.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (list[middle] == null) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private void grow(int literal) {
    AtomicReferenceArray<@Nullable Compiled @Nullable []> old = lists;
    AtomicReferenceArray<@Nullable Compiled @Nullable []> larger =
        new AtomicReferenceArray<>(Math.max(literal + 1, old.length() * 2));
    for (int i = 0; i < old.length(); i++) larger.setPlain(i, old.getPlain(i));
    lists = larger;
  }
}
