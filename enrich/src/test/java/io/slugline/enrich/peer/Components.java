package io.slugline.enrich.peer;

/** Joins what belongs together, pair by pair. */
final class Components {
  private final int[] parents;

  Components(int size) {
    parents = new int[size];
    for (int i = 0; i < size; i++) parents[i] = i;
  }

  void join(int one, int other) {
    parents[root(one)] = root(other);
  }

  private int root(int of) {
    int root = of;
    while (parents[root] != root) root = parents[root];
    parents[of] = root;
    return root;
  }

  /** The group of each. */
  int[] groups() {
    int[] groups = new int[parents.length];
    for (int i = 0; i < groups.length; i++) groups[i] = root(i);
    return groups;
  }
}
