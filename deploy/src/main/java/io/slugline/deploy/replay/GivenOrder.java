package io.slugline.deploy.replay;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Replay;
import io.slugline.contract.StoryChange;
import io.slugline.contract.Topics;
import io.slugline.deploy.topic.TopicScan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person ordered of stories or articles while live worked through a range.
 *
 * @param effect what became of it in live; null when nothing did, or when that is kept no longer
 */
record GivenOrder(Action action, @Nullable StoryChange effect) {
  private static final Comparator<GivenOrder> BY_TIME =
      Comparator.comparing((GivenOrder order) -> order.action().at())
          .thenComparingLong(order -> order.effect() == null ? 0 : order.effect().sequence())
          .thenComparing(order -> order.action().id());

  /** All of a range, in the order of their times. */
  static List<GivenOrder> of(Cluster live, Replay.Range range) {
    Map<String, StoryChange> effects = new HashMap<>();
    TopicScan.values(
        live,
        Topics.STORIES,
        change -> {
          if (change.by() != null) effects.put(change.by() + "/" + change.at(), change);
        });
    List<GivenOrder> orders = new ArrayList<>();
    TopicScan.values(
        live,
        Topics.ACTIONS,
        action -> {
          if (!isOfStories(action) || !isWithin(range, action)) return;
          orders.add(new GivenOrder(action, effects.get(action.by() + "/" + action.at())));
        });
    orders.sort(BY_TIME);
    return orders;
  }

  /** What a replay remembers it by. */
  String place() {
    return "order/" + action.id();
  }

  /**
   * Before which of these articles live obeyed it: by the number of the change that came of it, or
   * else by its time.
   */
  int index(List<RecordedOrder.Ref> refs, Map<String, RecordedOrder.Place> places) {
    int index = 0;
    while (index < refs.size() && !isBefore(refs.get(index), places)) index++;
    return index;
  }

  private boolean isBefore(RecordedOrder.Ref ref, Map<String, RecordedOrder.Place> places) {
    if (effect == null) return ref.time() > action.at().toEpochMilli();
    RecordedOrder.Place place = places.get(ref.id());
    return place != null
        && place.language().equals(effect.language())
        && place.sequence() > effect.sequence();
  }

  private static boolean isWithin(Replay.Range range, Action action) {
    return !action.at().isBefore(range.warmUpFrom()) && !action.at().isAfter(range.to());
  }

  private static boolean isOfStories(Action action) {
    return switch (action.kind()) {
      case SPLIT, MERGE, FORGET -> true;
      default -> false;
    };
  }
}
