package io.slugline.alerting.watch.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which watches are posted under which literal: most literals have one watch, which then stands
 * there itself and not in a list. Lists are filled in place and end at the first empty place: a
 * reader may or may not meet a watch that is newer than its reading.
 */
final class Postings {
  /** No literal: what is posted here is looked at in every article. */
  static final int ALWAYS = 0;

  private volatile AtomicReferenceArray<@Nullable Object> watches =
      new AtomicReferenceArray<>(1024);

  /** Is handed the watches of a literal. */
  interface Reader {
    void meet(Compiled watch);
  }

  void each(int literal, Reader reader) {
    Object posted = of(literal);
    if (posted == null) return;
    if (posted instanceof Compiled one) {
      reader.meet(one);
      return;
    }
    for (Compiled watch : (@Nullable Compiled[]) posted) {
      if (watch == null) return;
      reader.meet(watch);
    }
  }

  void add(int literal, Compiled watch) {
    if (literal >= watches.length()) grow(literal);
    Object posted = of(literal);
    if (posted == null) {
      watches.setRelease(literal, watch);
    } else if (posted instanceof Compiled one) {
      watches.setRelease(literal, new @Nullable Compiled[] {one, watch, null});
    } else {
      addToList(literal, (@Nullable Compiled[]) posted, watch);
    }
  }

  private void addToList(int literal, @Nullable Compiled[] list, Compiled watch) {
    int size = size(list);
    if (size < list.length) {
      list[size] = watch;
      return;
    }
    @Nullable Compiled[] longer = Arrays.copyOf(list, size + 1 + size / 2);
    longer[size] = watch;
    watches.setRelease(literal, longer);
  }

  /** Takes out those that are in force for no reading that begins from now on. */
  void sweep(long version) {
    for (int literal = 0; literal < watches.length(); literal++) {
      Object posted = of(literal);
      if (posted instanceof Compiled one) {
        if (!one.isInForce(version)) watches.setRelease(literal, null);
      } else if (posted != null) {
        watches.setRelease(literal, left((@Nullable Compiled[]) posted, version));
      }
    }
  }

  /** What stands in the place of a list once the ended are gone. */
  private static @Nullable Object left(@Nullable Compiled[] list, long version) {
    Compiled[] kept =
        Arrays.stream(list)
            .filter(watch -> watch != null && watch.isInForce(version))
            .toArray(Compiled[]::new);
    if (kept.length == 0) return null;
    return kept.length == 1 ? kept[0] : kept;
  }

  private @Nullable Object of(int literal) {
    AtomicReferenceArray<@Nullable Object> now = watches;
    return literal < now.length() ? now.getAcquire(literal) : null;
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
    AtomicReferenceArray<@Nullable Object> old = watches;
    AtomicReferenceArray<@Nullable Object> larger =
        new AtomicReferenceArray<>(Math.max(literal + 1, old.length() * 2));
    for (int i = 0; i < old.length(); i++) larger.setPlain(i, old.getPlain(i));
    watches = larger;
  }
}
