package io.slugline.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slugline.contract.Alert;
import io.slugline.contract.Json;
import io.slugline.contract.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private final Map<String, Sketch> before = new HashMap<>();
  private final Map<String, Sketch> after = new HashMap<>();
  private final Map<String, Side.AlertEnd> alertsBefore = new HashMap<>();
  private final Map<String, Side.AlertEnd> alertsAfter = new HashMap<>();

  @Test
  void ofOneWatchItsAlertsAndTheArticlesOfTheirStoriesCount() throws IOException {
    differs("a1", "s1", "s1");
    differs("a2", "s1", "s2");
    differs("a3", "s3", "s3");
    alert(alertsBefore, "ships", "s1");
    alert(alertsAfter, "ships", "s2");
    alert(alertsAfter, "ports", "s3");

    Difference all = difference(null);
    Difference ships = difference("ships");
    Difference ports = difference("ports");

    assertThat(all.articles()).hasSize(3);
    assertThat(all.pages().more()).isEqualTo(2);
    assertThat(ships.articles()).extracting(change -> change.either().id()).contains("a1", "a2");
    assertThat(ships.articles()).hasSize(2);
    assertThat(ships.pages()).isEqualTo(new Difference.Pages(1, 1, 1, 1));
    assertThat(ports.articles()).extracting(change -> change.either().id()).containsExactly("a3");
    assertThat(ports.pages()).isEqualTo(new Difference.Pages(0, 1, 1, 0));
  }

  private void differs(String id, String storyBefore, String storyAfter) {
    before.put(id, sketch(id, 1, storyBefore));
    after.put(id, sketch(id, 2, storyAfter));
  }

  private static Sketch sketch(String id, int text, String story) {
    return new Sketch(id, id, "test", "", "eng", 1, text, text, Map.of(), 0, List.of(), story);
  }

  private static void alert(Map<String, Side.AlertEnd> side, String watch, String story)
      throws IOException {
    Path example = Path.of("../contract/src/test/resources/examples/alerts/1.json");
    ObjectNode alert = (ObjectNode) Json.mapper().readTree(example.toFile());
    alert.put("watch", watch).put("story", story);
    Alert read = Json.mapper().treeToValue(alert, Alert.class);
    side.put(watch + story, new Side.AlertEnd(read, 1));
  }

  private Difference difference(@Nullable String watch) {
    Replay.Range range =
        new Replay.Range(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, null, null, watch, List.of());
    return Difference.between(
        new Side(before, Map.of(), alertsBefore), new Side(after, Map.of(), alertsAfter), range);
  }
}
