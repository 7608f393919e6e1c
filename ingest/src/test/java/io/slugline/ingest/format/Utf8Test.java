package io.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void itAgreesWithTheJdkOnEverySequenceOfTwoBytesAndTheirNeighbours() {
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        assertThatItAgrees(new byte[] {(byte) first, (byte) second});
        assertThatItAgrees(new byte[] {(byte) first, (byte) second, (byte) 0x80});
        assertThatItAgrees(new byte[] {(byte) first, (byte) second, (byte) 0xBF, (byte) 0x80});
      }
    }
  }

  @Test
  void itAgreesWithTheJdkOnDamagedTexts() {
    Random random = new Random(5);
    byte[] text = "Kölñ, “東京” and 😀 again".getBytes(StandardCharsets.UTF_8);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = text.clone();
      damaged[random.nextInt(text.length)] = (byte) random.nextInt(256);
      assertThatItAgrees(damaged);
      if (Utf8.isValid(damaged)) valid++;
    }
    assertThat(valid).isBetween(1000, 19_000);
  }

  private static void assertThatItAgrees(byte[] bytes) {
    if (Utf8.isValid(bytes) != jdk(bytes)) fail("disagrees on " + Arrays.toString(bytes));
  }

  private static boolean jdk(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
