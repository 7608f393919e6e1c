package io.slugline.alerting.watch.index;

import java.util.Arrays;

/**
 * The phrases of all queries as paths of symbols. Only ever grows while it is read: a reader may
 * meet nodes that are newer than what it looks for, and finds nothing there that concerns it.
 */
final class Trie {
  /** Arrays that are filled in place and replaced as a whole when full. */
  static final class Tables {
    // The node above, and what stands of it among the literals below.
    final long[] roots;
    final int[] edges;
    // A bit for each edge: small enough to stay near, and tells of most that there is none.
    final long[] filter;
    final int[] literals;

    Tables(long[] roots, int[] edges, long[] filter, int[] literals) {
      this.roots = roots;
      this.edges = edges;
      this.filter = filter;
      this.literals = literals;
    }

    /** The node that one symbol leads to from the start; 0 when there is none. */
    int root(int symbol) {
      return (int) (rootAt(symbol) >>> 32);
    }

    /**
     * 1 when a literal may begin with this symbol, the other one behind it; 0 when none does. Makes
     * no choice on the way, so that a processor can look for many at a time.
     */
    long begins(int symbol, int next) {
      long root = rootAt(symbol);
      int literal = (int) root >>> 1;
      int leadsOn = (int) root & 1;
      // Where nothing leads on, always the same place is looked at, which is near.
      int spread = spread((int) (root >>> 32), next) & -leadsOn;
      return (-literal >>> 31) | leadsOn & filtered(spread);
    }

    private long rootAt(int symbol) {
      return symbol < roots.length ? roots[symbol] : 0;
    }

    /** Its lowest bit is 0 when there is no edge of this spread. */
    private long filtered(int spread) {
      return filter[spread >>> 6 & filter.length - 1] >>> spread;
    }

    /** The node that a symbol leads to from a node; 0 when there is none. */
    int child(int node, int symbol) {
      int spread = spread(node, symbol);
      if ((filtered(spread) & 1) == 0) return 0;
      int mask = edges.length / 3 - 1;
      for (int slot = spread & mask; ; slot = (slot + 1) & mask) {
        int from = edges[slot * 3];
        if (from == 0) return 0;
        if (from == node && edges[slot * 3 + 1] == symbol) return edges[slot * 3 + 2];
      }
    }

    /** The literal that ends at a node; 0 when none does. In the table, above the leads-on bit. */
    int literal(int node) {
      return node < literals.length ? literals[node] >>> 1 : 0;
    }

    /** Whether no path leads on from a node. */
    boolean isLeaf(int node) {
      return node >= literals.length || (literals[node] & 1) == 0;
    }
  }

  private volatile Tables tables =
      new Tables(new long[1024], new int[3 * 1024], filter(1024), new int[1024]);
  private int lastNode;
  private int edgeCount;

  Tables tables() {
    return tables;
  }

  /** The literal at the end of this path, given the number {@code fresh} when it is new. */
  int literal(int[] path, int fresh) {
    int node = rootOf(path[0]);
    for (int i = 1; i < path.length; i++) node = childOf(node, path[i]);
    if (tables.literal(node) == 0) tables.literals[node] |= fresh << 1;
    keepRoot(path[0]);
    return tables.literal(node);
  }

  private int rootOf(int symbol) {
    int known = tables.root(symbol);
    if (known != 0) return known;
    int node = newNode();
    if (symbol >= tables.roots.length) {
      long[] roots = Arrays.copyOf(tables.roots, Math.max(symbol + 1, tables.roots.length * 2));
      tables = new Tables(roots, tables.edges, tables.filter, tables.literals);
    }
    tables.roots[symbol] = (long) node << 32;
    return node;
  }

  private void keepRoot(int symbol) {
    int node = tables.root(symbol);
    tables.roots[symbol] = (long) node << 32 | tables.literals[node];
  }

  private int childOf(int node, int symbol) {
    int known = tables.child(node, symbol);
    if (known != 0) return known;
    int child = newNode();
    // Full to four fifths: the filter answers nearly all who would search in vain.
    if (++edgeCount * 5 / 4 >= tables.edges.length / 3) growEdges();
    put(tables.edges, tables.filter, node, symbol, child);
    // Last: whoever goes on from here finds the way.
    tables.literals[node] |= 1;
    return child;
  }

  private int newNode() {
    lastNode++;
    if (lastNode >= tables.literals.length) {
      int[] literals = Arrays.copyOf(tables.literals, tables.literals.length * 2);
      tables = new Tables(tables.roots, tables.edges, tables.filter, literals);
    }
    return lastNode;
  }

  private void growEdges() {
    int[] old = tables.edges;
    int[] larger = new int[old.length * 2];
    long[] filter = filter(larger.length / 3);
    for (int i = 0; i < old.length; i += 3) {
      if (old[i] != 0) put(larger, filter, old[i], old[i + 1], old[i + 2]);
    }
    tables = new Tables(tables.roots, larger, filter, tables.literals);
  }

  /** Eight bits for each slot, ten or more for each edge. */
  private static long[] filter(int slots) {
    return new long[slots / 8];
  }

  private static void put(int[] edges, long[] filter, int node, int symbol, int child) {
    int spread = spread(node, symbol);
    filter[spread >>> 6 & filter.length - 1] |= 1L << spread;
    int mask = edges.length / 3 - 1;
    int slot = spread & mask;
    while (edges[slot * 3] != 0) slot = (slot + 1) & mask;
    edges[slot * 3 + 2] = child;
    edges[slot * 3 + 1] = symbol;
    edges[slot * 3] = node;
  }

  private static int spread(int node, int symbol) {
    int mixed = (node * 0x9e3779b9 + symbol) * 0x85ebca6b;
    return mixed ^ (mixed >>> 15);
  }
}
