package io.slugline.alerting.watch.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Which watches are posted under which literal. */
final class Postings {
  private static final Compiled[] NONE = {};
  private volatile AtomicReferenceArray<Compiled[]> lists = new AtomicReferenceArray<>(1024);

  Compiled[] of(int literal) {
    AtomicReferenceArray<Compiled[]> now = lists;
    Compiled[] list = literal < now.length() ? now.getAcquire(literal) : null;
    return list == null ? NONE : list;
  }

  void add(int literal, Compiled watch) {
    if (literal >= lists.length()) grow(literal);
    Compiled[] old = of(literal);
    Compiled[] longer = Arrays.copyOf(old, old.length + 1);
    longer[old.length] = watch;
    lists.setRelease(literal, longer);
  }

  void remove(int literal, Compiled watch) {
    Compiled[] kept =
        Arrays.stream(of(literal)).filter(other -> other != watch).toArray(Compiled[]::new);
    lists.setRelease(literal, kept.length == 0 ? null : kept);
  }

  private void grow(int literal) {
    AtomicReferenceArray<Compiled[]> old = lists;
    AtomicReferenceArray<Compiled[]> larger =
        new AtomicReferenceArray<>(Math.max(literal + 1, old.length() * 2));
    for (int i = 0; i < old.length(); i++) larger.setPlain(i, old.getPlain(i));
    lists = larger;
  }
}
