package io.slugline.enrich.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A line of the gazetteer is read, or refused with what is wrong with it, however it is damaged.
 */
class GazetteerFileTest {
  private static final long SEED = Long.getLong("slugline.fuzz.seed", 1);
  private static final int ROUNDS = 100 * Integer.getInteger("slugline.fuzz.rounds", 100);
  private static final int MOST_DAMAGE = 5;
  private static final String STUMBLING = "\t|{},;#\\\"0-9\u0000\u00ad\u0130\ud800\n";
  private static final List<String> LINES =
      List.of(
          "q1\tORGANIZATION\tDE\t12\twd:1,wd:2\tBar{weak,wpi}|Bar AG|Bar{case}",
          "q2\tPERSON\t\t0\t\tKim{weak}",
          "q3\tLOCATION\tKP\t300\tun:1\tRason|Rajin{wpi}");

  @Test
  void aMarkThatDoesNotEndIsRefusedWithItsName() {
    assertThatThrownBy(() -> GazetteerFile.names("Bar|Baz{weak"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Baz{weak");
  }

  @Test
  void aDamagedLineIsReadOrRefused() {
    Random random = new Random(SEED);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String line = damaged(random);
      try {
        GazetteerFile.parse(line);
        read++;
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      } catch (RuntimeException e) {
        fail("round " + round + ": " + line, e);
      }
    }
    assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
  }

  private static String damaged(Random random) {
    StringBuilder line = new StringBuilder(LINES.get(random.nextInt(LINES.size())));
    for (int i = random.nextInt(MOST_DAMAGE); i >= 0; i--) {
      int at = random.nextInt(line.length());
      char stumbling = STUMBLING.charAt(random.nextInt(STUMBLING.length()));
      switch (random.nextInt(3)) {
        case 0 -> line.insert(at, stumbling);
        case 1 -> line.setCharAt(at, stumbling);
        default -> line.delete(at, Math.min(line.length(), at + random.nextInt(8)));
      }
      if (line.isEmpty()) line.append(stumbling);
    }
    return line.toString();
  }
}
