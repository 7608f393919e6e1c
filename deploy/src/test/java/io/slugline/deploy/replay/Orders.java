package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.Action;
import io.slugline.contract.Cluster;
import io.slugline.contract.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A person who merges the two smallest stories that can be, and takes the largest one apart. */
final class Orders {
  private final Cluster live;
  private final Instant at;
  private final Map<String, List<String>> stories;
  private final List<String> bySize;

  /** Looks at the stories as they stand. */
  Orders(Cluster live, Instant at) {
    this.live = live;
    this.at = at;
    this.stories = stories(live);
    this.bySize =
        stories.keySet().stream()
            .sorted((one, other) -> members(one).size() - members(other).size())
            .toList();
  }

  void merge() throws Exception {
    give(Action.Kind.MERGE, at, bySize.get(0), bySize.get(1), List.of());
  }

  void split() throws Exception {
    String largest = largest();
    give(Action.Kind.SPLIT, at.plusMillis(1), largest, null, leaving());
  }

  /** Articles that were ordered together stand together, and those apart stand apart. */
  void assertObeyed(Cluster cluster) {
    Map<String, String> now = storyOf(cluster);
    List<String> together = new ArrayList<>(members(bySize.get(0)));
    together.addAll(members(bySize.get(1)));

    assertThat(together)
        .extracting(now::get)
        .doesNotContainNull()
        .containsOnly(now.get(together.get(0)));
    assertApart(cluster);
  }

  /** Articles that were ordered apart stand apart. */
  void assertApart(Cluster cluster) {
    Map<String, String> now = storyOf(cluster);
    List<String> staying = new ArrayList<>(members(largest()));
    staying.removeAll(leaving());

    assertThat(leaving())
        .extracting(now::get)
        .doesNotContainNull()
        .doesNotContainAnyElementsOf(staying.stream().map(now::get).toList());
  }

  List<String> largestStory() {
    return members(largest());
  }

  private String largest() {
    return bySize.get(bySize.size() - 1);
  }

  private List<String> leaving() {
    List<String> all = members(largest());
    return all.subList(0, all.size() / 2);
  }

  private List<String> members(String story) {
    return stories.getOrDefault(story, List.of());
  }

  private static Map<String, List<String>> stories(Cluster cluster) {
    Map<String, List<String>> stories = new TreeMap<>();
    storyOf(cluster)
        .forEach(
            (article, story) ->
                stories.computeIfAbsent(story, any -> new ArrayList<>()).add(article));
    return stories;
  }

  private static Map<String, String> storyOf(Cluster cluster) {
    Map<String, String> stories = new TreeMap<>();
    Follower.state(cluster)
        .forEach((article, state) -> stories.put(article, state.substring(0, state.indexOf(' '))));
    return stories;
  }

  private void give(
      Action.Kind kind, Instant when, String story, @Nullable String other, List<String> articles)
      throws Exception {
    Action.Target target = new Action.Target(null, null, story, other, null, null, null, null);
    give(live, new Action(kind.word(), kind, when, "ann", target, articles, null, null));
  }

  /** Nothing is to be kept of an article. */
  static void forget(Cluster live, String article) throws Exception {
    Action.Target target = new Action.Target(null, null, null, null, article, null, null, null);
    Action.Kind kind = Action.Kind.FORGET;
    give(live, new Action(kind.word(), kind, Instant.now(), "ann", target, List.of(), null, null));
  }

  /** Puts an order on the topic. */
  static void give(Cluster live, Action order) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            live.clientProperties(),
            Topics.ACTIONS.keySerde().serializer(),
            Topics.ACTIONS.valueSerde().serializer())) {
      long time = order.at().toEpochMilli();
      producer
          .send(new ProducerRecord<>(live.nameOf(Topics.ACTIONS), null, time, order.id(), order))
          .get();
    }
  }
}
