package io.slugline.deploy.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages samples: bits, lengths, pieces of other samples, what parsers stumble over, and the same
 * piece many times. The same seed gives the same damage.
 */
final class Mutator {
  private static final List<String> STUMBLING =
      List.of(
          "(",
          "[",
          "{",
          "<",
          "<a><b>",
          "\"",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\ufeff",
          "\u202e",
          "\ud83d\ude80",
          "&#xffffffff;",
          "&a;",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "]]>",
          "<!--",
          "NOT ",
          " NEAR/999999999999 ",
          "~",
          "*",
          "${",
          "${A:",
          "}",
          ": ",
          "- ",
          "\t",
          "\n",
          "\r\n",
          "&x ",
          "*x ",
          "!!java.lang.Object ",
          "<<: ",
          "-1",
          "1e999",
          "9".repeat(400),
          "null",
          "content-length: 99999999999\r\n",
          "../../x",
          "%",
          "%00",
          "%c0%ae",
          "\u0130",
          "\u00ad");
  private static final int MOST_DAMAGE = 6;
  private static final int MOST_REPEATS = 20_000;
  private static final int LONGEST = 400_000;

  private final Random random;
  private final List<byte[]> samples;

  Mutator(long seed, List<byte[]> samples) {
    this.random = new Random(seed);
    this.samples = List.copyOf(samples);
  }

  byte[] next() {
    byte[] bytes = sample().clone();
    int damage = 1 + random.nextInt(MOST_DAMAGE);
    for (int i = 0; i < damage && bytes.length < LONGEST; i++) bytes = damage(bytes);
    return bytes;
  }

  private byte[] damage(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = from + random.nextInt(bytes.length - from + 1);
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes);
      case 1 -> spliced(bytes, from, new byte[0], to);
      case 2 -> spliced(bytes, from, stumbling(), from);
      case 3 -> spliced(bytes, from, repeated(stumbling()), from);
      case 4 -> spliced(bytes, from, piece(sample()), to);
      case 5 -> spliced(bytes, from, repeated(piece(bytes)), from);
      default -> spliced(bytes, from, new byte[0], bytes.length);
    };
  }

  private byte[] flipped(byte[] bytes) {
    if (bytes.length > 0) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  private byte[] repeated(byte[] piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int times = 1 + random.nextInt(MOST_REPEATS);
    for (int i = 0; i < times && all.size() < LONGEST; i++) all.writeBytes(piece);
    return all.toByteArray();
  }

  private byte[] piece(byte[] of) {
    int from = random.nextInt(of.length + 1);
    int length = Math.min(random.nextInt(64), of.length - from);
    return Arrays.copyOfRange(of, from, from + length);
  }

  private byte[] stumbling() {
    return STUMBLING.get(random.nextInt(STUMBLING.size())).getBytes(UTF_8);
  }

  private byte[] sample() {
    return samples.get(random.nextInt(samples.size()));
  }

  private static byte[] spliced(byte[] bytes, int to, byte[] piece, int from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, to);
    all.writeBytes(piece);
    all.write(bytes, from, bytes.length - from);
    return all.toByteArray();
  }
}
