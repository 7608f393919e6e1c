package io.slugline.alerting.lifecycle;

import io.slugline.contract.Action;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The next thing that the lifecycle has to look at; exactly one of the first three.
 *
 * @param trace of the article that brought it about; null for a person's order and a tick
 */
public record Turn(
    @Nullable Touch touch,
    @Nullable StoryChange change,
    @Nullable Action action,
    @Nullable Trace trace) {

  public static Turn of(Touch touch) {
    return new Turn(touch, null, null, null);
  }

  public static Turn of(StoryChange change) {
    return new Turn(null, change, null, null);
  }

  public static Turn of(Action action) {
    return new Turn(null, null, action, null);
  }

  /** The same turn, in the trace that its record bears. */
  public Turn in(Trace ofRecord) {
    return new Turn(touch, change, action, ofRecord);
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
