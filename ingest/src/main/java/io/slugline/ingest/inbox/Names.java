package io.slugline.ingest.inbox;

import java.util.Locale;
import java.util.Set;

/** Which names are none of ours: hidden files, and files that a program is still writing. */
final class Names {
  private static final Set<String> UNFINISHED =
      Set.of("tmp", "part", "partial", "filepart", "crdownload", "swp", "reason");

  private Names() {}

  static boolean areLeftAlone(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith(".") || name.endsWith("~") || UNFINISHED.contains(ending);
  }
}
