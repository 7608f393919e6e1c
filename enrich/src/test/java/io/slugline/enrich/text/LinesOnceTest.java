package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesOnceTest {

  @Test
  void itHoldsWhatAMapWouldHold() {
    Random random = new Random(7);
    LinesOnce lines = new LinesOnce();
    Map<Long, Integer> map = new HashMap<>();

    for (int article = 1; article < 3000; article++) {
      for (int i = random.nextInt(article < 1500 ? 30 : 3); i >= 0; i--) {
        long line = random.nextInt(20_000) * 0x100000001L << random.nextInt(3);
        lines.add(line, article);
        map.putIfAbsent(line, article);
      }
      int oldest = article - 200;
      if (article % 50 == 0) {
        lines.letGo(oldest);
        map.values().removeIf(first -> first < oldest);
      }
      assertThat(lines.size()).isEqualTo(map.size());
    }

    for (long line = 0; line < 20_000; line++) {
      long fingerprint = line * 0x100000001L;
      assertThat(lines.article(fingerprint)).isEqualTo(map.getOrDefault(fingerprint, 0));
    }
  }
}
