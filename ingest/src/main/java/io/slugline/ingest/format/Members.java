package io.slugline.ingest.format;

import java.io.IOException;
import java.util.Locale;

/** What archives of all kinds do with a member. */
final class Members {
  private final Containers containers;
  private final Limits limits;
  private final Guard.Unpacked unpacked;
  private int count;

  Members(Containers containers, Limits limits, Guard.Unpacked unpacked) {
    this.containers = containers;
    this.limits = limits;
    this.unpacked = unpacked;
  }

  void count() throws BadFileException {
    if (++count > limits.entries()) {
      throw new BadFileException("has more than " + limits.entries() + " members");
    }
  }

  /** What an operating system puts into archives without being asked. */
  static boolean isHidden(String name) {
    String lower = "/" + name.toLowerCase(Locale.ROOT);
    return lower.contains("/.") || lower.contains("/__macosx/");
  }

  /** A bad member is one rejection; only a bomb ends the archive. */
  void read(Content member, String name, Articles articles) throws IOException {
    Articles placed = new Placed(name, articles);
    try {
      containers.member(member, unpacked, placed);
    } catch (Guard.BombException e) {
      throw new BadFileException(name + ": " + e.getMessage(), e);
    } catch (BadFileException e) {
      placed.rejected(String.valueOf(e.getMessage()));
    }
  }
}
