package io.slugline.enrich.text;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the elements around blocks hold, and where most of a page's running text stands. */
final class Surroundings {
  private static final int HIGHEST = 40;

  /** Sums over all blocks in an element. */
  static final class Sums {
    int blocks;
    int words;
    int running;
    int length;
    int linked;
    int paragraphs;

    double linkDensity() {
      return length == 0 ? 0 : (double) linked / length;
    }
  }

  private final Map<Element, Sums> sums = new IdentityHashMap<>();
  private final Map<Element, Integer> hints = new IdentityHashMap<>();
  private final Map<String, Sums> alike = new HashMap<>();
  private final Sums page = new Sums();
  private final @Nullable Element best;

  Surroundings(List<Block> blocks) {
    for (Block block : blocks) add(block);
    best = densest();
  }

  private void add(Block block) {
    add(page, block);
    add(alike.computeIfAbsent(kind(block), kind -> new Sums()), block);
    Element at = block.holder();
    for (int level = 0; at != null && level < HIGHEST; level++) {
      add(sums.computeIfAbsent(at, element -> new Sums()), block);
      at = at.parent();
    }
  }

  private static void add(Sums sums, Block block) {
    int words = block.words();
    sums.blocks++;
    sums.words += words;
    sums.length += block.length();
    sums.linked += block.linked();
    if (!isRunning(block)) return;
    sums.running += words;
    sums.paragraphs++;
  }

  static boolean isRunning(Block block) {
    return block.words() >= 12 && block.linkDensity() < 0.34;
  }

  Sums page() {
    return page;
  }

  Sums of(@Nullable Element element) {
    Sums found = element == null ? null : sums.get(element);
    return found == null ? page : found;
  }

  /** Sums over the blocks that stand in elements of the same names. */
  Sums alike(Block block) {
    return alike.getOrDefault(kind(block), page);
  }

  int hints(Element element) {
    return hints.computeIfAbsent(element, NameHints::of);
  }

  /** The smallest element with most of the page's running text. */
  @Nullable Element best() {
    return best;
  }

  private @Nullable Element densest() {
    Element found = null;
    int least = Integer.MAX_VALUE;
    for (Map.Entry<Element, Sums> entry : sums.entrySet()) {
      Sums in = entry.getValue();
      if (in.running * 2 <= page.running || in.length > least) continue;
      boolean deeper = found == null || in.length < least || depth(entry.getKey()) > depth(found);
      if (deeper) found = entry.getKey();
      least = in.length;
    }
    return found;
  }

  private static int depth(Element element) {
    int depth = 0;
    for (Element at = element; at != null; at = at.parent()) depth++;
    return depth;
  }

  private static String kind(Block block) {
    Element holder = block.holder();
    Element parent = holder.parent();
    String outer = parent == null ? "" : parent.normalName() + '.' + parent.className();
    return outer + '>' + holder.normalName() + '.' + holder.className();
  }
}
