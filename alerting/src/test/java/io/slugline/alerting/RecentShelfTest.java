package io.slugline.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.lifecycle.MapShelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentShelfTest {
  private static final int ROOM = 3;

  private final Counting below = new Counting();
  private final RecentShelf<String> shelf = new RecentShelf<>(below, ROOM);

  @Test
  void whatWasJustUsedIsNotReadAgain() {
    below.put("s1", "one");

    assertThat(shelf.get("s1")).isEqualTo("one");
    assertThat(shelf.get("s1")).isEqualTo("one");

    assertThat(below.reads).isEqualTo(1);
  }

  @Test
  void whatWasNotUsedForLongestMakesRoom() {
    for (int i = 0; i <= ROOM; i++) shelf.put("s" + i, "thing");

    shelf.get("s1");
    assertThat(below.reads).isZero();
    shelf.get("s0");
    assertThat(below.reads).isEqualTo(1);
  }

  @Property(tries = 200)
  void itAnswersAsTheShelfBelowItWould(@ForAll long seed) {
    Random random = new Random(seed);
    RecentShelf<String> above = new RecentShelf<>(new MapShelf<>(), ROOM);
    Map<String, String> expected = new HashMap<>();
    for (int step = 0; step < 100; step++) {
      String id = "s" + random.nextInt(6);
      switch (random.nextInt(3)) {
        case 0 -> {
          above.put(id, "v" + step);
          expected.put(id, "v" + step);
        }
        case 1 -> {
          above.delete(id);
          expected.remove(id);
        }
        default -> assertThat(above.get(id)).isEqualTo(expected.get(id));
      }
    }
    List<String> all = new ArrayList<>();
    above.each(all::add);
    assertThat(all).containsExactlyInAnyOrderElementsOf(expected.values());
  }

  private static final class Counting extends MapShelf<String> {
    private int reads;

    @Override
    public @Nullable String get(String id) {
      reads++;
      return super.get(id);
    }
  }
}
