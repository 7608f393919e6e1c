package io.slugline.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the articles of the window that share weighty words with a new one. Each article is posted
 * under its weightiest words, the newest last.
 */
final class Index {
  private static final int POSTED = 32;
  private static final int READ = 1_500;

  /** Commoner words are not looked up once so many articles were found. */
  private static final int ENOUGH = 10_000;

  private final Map<Integer, Postings> postings = new HashMap<>();
  private Member[] members = new Member[1024];
  private float[] sums = new float[1024];
  private int[] touched = new int[1024];
  private int[] free = new int[1024];
  private int freed;
  private int used;

  void add(Member member) {
    int slot = freed > 0 ? free[--freed] : used++;
    if (slot == members.length) grow();
    members[slot] = member;
    for (int key : posted(member.features().text())) {
      postings.computeIfAbsent(key, k -> new Postings()).add(slot);
    }
  }

  void remove(Member member) {
    int slot = -1;
    for (int key : posted(member.features().text())) {
      Postings list = postings.get(key);
      if (list == null) throw new IllegalStateException(member.article() + " was never added");
      if (slot < 0) slot = list.slotOf(member, members);
      list.remove(slot);
      if (list.isEmpty()) postings.remove(key);
    }
    if (slot < 0) slot = Arrays.asList(members).indexOf(member);
    members[slot] = null;
    if (freed == free.length) free = Arrays.copyOf(free, freed * 2);
    free[freed++] = slot;
  }

  /** The articles that share most with these features, the most like first. */
  List<Member> nearest(Terms text, int most) {
    int count = 0;
    int read = 0;
    for (Shared shared : shared(text)) {
      if (read > ENOUGH) break;
      count = sum(shared.list(), shared.weight(), count);
      read += Math.min(READ, shared.list().size());
    }
    Best best = new Best(most);
    for (int i = 0; i < count; i++) {
      int slot = touched[i];
      if (best.admits(sums[slot])) best.offer(slot, sums[slot], members[slot].order());
      sums[slot] = 0;
    }
    List<Member> nearest = new ArrayList<>(most);
    for (int slot : best.chosen()) nearest.add(members[slot]);
    return nearest;
  }

  private record Shared(Postings list, double weight) {}

  /** What is posted under the text's words, the rarest of these days first. */
  private List<Shared> shared(Terms text) {
    List<Shared> shared = new ArrayList<>();
    for (int index : heaviest(text)) {
      Postings list = postings.get(text.key(index));
      if (list != null) shared.add(new Shared(list, text.weight(index) / text.length()));
    }
    shared.sort(Comparator.comparingInt(one -> one.list().size()));
    return shared;
  }

  private int sum(Postings list, double weight, int count) {
    int touchedNow = count;
    float square = (float) (weight * weight);
    for (int i = list.size() - 1; i >= Math.max(0, list.size() - READ); i--) {
      int slot = list.get(i);
      if (sums[slot] == 0) touched[touchedNow++] = slot;
      sums[slot] += square;
    }
    return touchedNow;
  }

  private static int[] posted(Terms text) {
    int[] keys = heaviest(text);
    for (int i = 0; i < keys.length; i++) keys[i] = text.key(keys[i]);
    return keys;
  }

  /** Places of the weightiest words; equal weights by place. */
  private static int[] heaviest(Terms text) {
    long[] order = new long[text.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) (-text.weight(i) * 1e6) << 16 | i;
    }
    Arrays.sort(order);
    int[] heaviest = new int[Math.min(POSTED, order.length)];
    for (int i = 0; i < heaviest.length; i++) heaviest[i] = (int) (order[i] & 0xffff);
    return heaviest;
  }

  private void grow() {
    int size = members.length * 2;
    members = Arrays.copyOf(members, size);
    sums = Arrays.copyOf(sums, size);
    touched = Arrays.copyOf(touched, size);
  }

  /** Slots of the articles of one word, in order of arrival. */
  private static final class Postings {
    private int[] slots = new int[2];
    private int start;
    private int end;

    boolean isEmpty() {
      return start == end;
    }

    int size() {
      return end - start;
    }

    int get(int index) {
      return slots[start + index];
    }

    void add(int slot) {
      if (end == slots.length) makeRoom();
      slots[end++] = slot;
    }

    private void makeRoom() {
      int size = size();
      int[] to = start > slots.length / 2 ? slots : new int[Math.max(2, size + size / 2 + 1)];
      System.arraycopy(slots, start, to, 0, size);
      slots = to;
      start = 0;
      end = size;
    }

    int slotOf(Member member, Member[] members) {
      for (int i = start; i < end; i++) if (members[slots[i]] == member) return slots[i];
      throw new IllegalStateException(member.article() + " is not in the index");
    }

    void remove(int slot) {
      int at = start;
      while (slots[at] != slot) at++;
      System.arraycopy(slots, start, slots, start + 1, at - start);
      start++;
    }
  }
}
