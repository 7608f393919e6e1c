package io.slugline.deploy.train;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Splits data in two by name: what was learned on one half is reported on the other. */
final class Half {
  private Half() {}

  /** Whether a name belongs to half 0 or 1; to every half when it is neither. */
  static boolean has(int half, String name) {
    if (half != 0 && half != 1) return true;
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return (sum.getValue() & 1) == half;
  }
}
