package io.slugline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TreesTest {
  @Test
  void treesLearnWhatNoSingleNumberTells() {
    Trees trees = grown();

    assertThat(trees.likelihood(new float[] {1, 1, 0})).isLessThan(0.2);
    assertThat(trees.likelihood(new float[] {1, 0, 0})).isGreaterThan(0.8);
    assertThat(trees.likelihood(new float[] {0, 1, 0})).isGreaterThan(0.8);
    assertThat(trees.likelihood(new float[] {0, 0, 0})).isLessThan(0.2);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    Trees trees = grown();

    Trees again = Trees.read(trees.write());

    assertThat(again.version()).isEqualTo("test/1");
    for (float x = 0; x < 2; x += 0.25f) {
      float[] row = {x, 1 - x, x};
      assertThat(again.likelihood(row)).isEqualTo(trees.likelihood(row));
    }
  }

  @Test
  void theSameRowsGiveTheSameTrees() {
    assertThat(grown().write()).isEqualTo(grown().write());
  }

  private static Trees grown() {
    Random random = new Random(7);
    float[][] rows = new float[4000][];
    double[] labels = new double[rows.length];
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float noise = random.nextFloat();
      // Not quite even: a tree that looks one step ahead cannot begin on a perfect balance.
      int first = random.nextInt(10) < 6 ? 1 : 0;
      int second = random.nextInt(2);
      rows[i] = new float[] {first, second, noise};
      labels[i] = first ^ second;
      weights[i] = 1;
    }
    return new TreeGrower(rows, labels, weights, 3, 60, 0.2).grow("test/1");
  }
}
