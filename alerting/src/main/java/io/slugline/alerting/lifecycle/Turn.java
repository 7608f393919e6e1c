package io.slugline.alerting.lifecycle;

import io.slugline.contract.Action;
import io.slugline.contract.StoryChange;
import org.jspecify.annotations.Nullable;

/** The next thing that the lifecycle has to look at; exactly one of the three. */
public record Turn(@Nullable Touch touch, @Nullable StoryChange change, @Nullable Action action) {

  public static Turn of(Touch touch) {
    return new Turn(touch, null, null);
  }

  public static Turn of(StoryChange change) {
    return new Turn(null, change, null);
  }

  public static Turn of(Action action) {
    return new Turn(null, null, action);
  }

  /** What decides who takes this turn; an order of a person or a tick is for everyone: empty. */
  public String language() {
    if (touch != null) return touch.language();
    return change == null ? "" : change.language();
  }

  /** Its number in the order of its language; 0 for links, and for what is for everyone. */
  public long sequence() {
    if (touch != null) return touch.sequence();
    return change == null ? 0 : change.sequence();
  }
}
