package io.slugline.enrich.text;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How likely the blocks of an element are on average, by their words. */
final class ParentMeans {
  private final Map<Element, double[]> sums = new IdentityHashMap<>();
  private final double[] before;

  ParentMeans(List<Block> blocks, double[] likely) {
    before = new double[blocks.size() + 1];
    for (int i = 0; i < likely.length; i++) {
      double words = blocks.get(i).words();
      before[i + 1] = before[i] + words * likely[i];
      Element holder = blocks.get(i).holder();
      add(holder, words, likely[i]);
      if (holder.parent() != null) add(holder.parent(), words, likely[i]);
    }
  }

  float of(@Nullable Element element) {
    double[] sum = element == null ? null : sums.get(element);
    return sum == null ? 0 : (float) (sum[0] / sum[1]);
  }

  /** The share of all likely words that stand before a block. */
  float between(int at) {
    double all = before[before.length - 1];
    return all == 0 ? 0 : (float) (before[at] / all);
  }

  private void add(Element element, double words, double likely) {
    double[] sum = sums.computeIfAbsent(element, at -> new double[2]);
    sum[0] += words * likely;
    sum[1] += words;
  }
}
