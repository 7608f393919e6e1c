package io.slugline.enrich.text;

import java.util.List;

/** Finds the article among the blocks of a page. */
final class MainText {

  /** For each block whether it belongs to the article. */
  boolean[] choose(List<Block> blocks) {
    boolean[] chosen = new boolean[blocks.size()];
    for (int i = 0; i < chosen.length; i++) chosen[i] = isContent(blocks, i);
    return chosen;
  }

  private static boolean isContent(List<Block> blocks, int at) {
    Block block = blocks.get(at);
    if (block.linkDensity() > 0.33) return false;
    int next = at + 1 < blocks.size() ? blocks.get(at + 1).words() : 0;
    int before = at > 0 ? blocks.get(at - 1).words() : 0;
    double linkedBefore = at > 0 ? blocks.get(at - 1).linkDensity() : 0;
    if (linkedBefore <= 0.56) return block.words() > 16 || next > 15 || before > 4;
    return block.words() > 40 || next > 17;
  }
}
