package io.slugline.alerting.lifecycle;

import java.util.Map;
import java.util.TreeMap;

/** Which watches match many more stories than they usually do. */
final class Surges {
  private final Shelf<Pace> paces;

  Surges(Shelf<Pace> paces) {
    this.paces = paces;
  }

  /** The watches whose surge begins with this article, and what it is in words. */
  Map<String, String> begunBy(Touch touch, String story) {
    Map<String, String> begun = new TreeMap<>();
    if (!touch.mayPage()) return begun;
    for (Matched match : touch.matches()) {
      double times = match.watch().steps().surge();
      if (times == 0) continue;
      String id = touch.language() + "/" + match.watch().id();
      Pace kept = paces.get(id);
      Pace before = kept == null ? Pace.from(touch.arrivedAt()) : kept;
      Pace after = before.matched(story, touch.arrivedAt(), times);
      paces.put(id, after);
      if (after.surging() && !before.surging()) begun.put(match.watch().id(), after.inWords());
    }
    return begun;
  }
}
