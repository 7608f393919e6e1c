package io.slugline.alerting.watch.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.watch.WatchSamples;
import io.slugline.alerting.watch.query.Query.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ByIdTest {

  @Test
  void itHoldsWhatAMapWouldHold() {
    ById held = new ById();
    Map<String, Compiled> map = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String id = "w" + random.nextInt(3000);
      Compiled version =
          new Compiled(WatchSamples.watch(id, "port"), Leaf.of(1, Scope.EITHER, 0, 4), true, i + 1);
      if (random.nextInt(3) == 0) assertThat(held.remove(id)).isSameAs(map.remove(id));
      else assertThat(held.put(version)).isSameAs(map.put(id, version));
      assertThat(held.get(id)).isSameAs(map.get(id));
    }

    assertThat(held.size()).isEqualTo(map.size());
    assertThat(held.all()).containsExactlyInAnyOrderElementsOf(map.values());
  }
}
