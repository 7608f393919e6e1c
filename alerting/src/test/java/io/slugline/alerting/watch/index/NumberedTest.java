package io.slugline.alerting.watch.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumberedTest {

  @Test
  void everyWordKeepsTheFirstNumberItWasGivenHoweverManyComeAfterIt() {
    Numbered words = new Numbered();
    for (int i = 1; i <= 50_000; i++) words.putIfAbsent("word" + i, i);

    for (int i = 1; i <= 50_000; i++) {
      assertThat(words.of("word" + i)).isEqualTo(i);
      assertThat(words.putIfAbsent("word" + i, -1)).isEqualTo(i);
    }
    assertThat(words.of("word")).isZero();
  }
}
