package io.slugline.alerting.watch;

import io.slugline.contract.Watch;
import io.slugline.contract.WatchState;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a watch becomes when somebody writes it anew. */
public final class Succession {
  private Succession() {}

  /**
   * The next version. One that is made live keeps the numbers that its shadow had, and its later
   * versions keep them as long as it stays live.
   *
   * @param before null when there was none
   * @param shadow counts what a shadow did
   */
  public static Watch next(
      @Nullable Watch before, Watch written, Function<Watch, Watch.Promotion> shadow) {
    if (before == null) return written.numbered(1);
    Watch next = written.numbered(before.version() + 1);
    if (written.state() != WatchState.LIVE) return next.promotedOn(null);
    return switch (before.state()) {
      case SHADOW -> next.promotedOn(shadow.apply(before));
      case LIVE -> next.promotedOn(before.promotion());
      case DRAFT -> next;
    };
  }
}
