package io.slugline.enrich.story;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many small byte arrays outside the Java heap, where no garbage collector has to walk past them.
 * Places are multiples of 64 bytes; a place that was given back is used again for the same size.
 */
final class Slabs {
  private static final int UNIT = 64;
  private static final int LENGTH = Short.BYTES;
  private static final int LEAST = 1 << 16;
  private static final int MOST = 1 << 24;

  private final List<ByteBuffer> slabs = new ArrayList<>();
  private final Map<Integer, Deque<Long>> free = new HashMap<>();
  private int used;

  /**
   * Takes a copy.
   *
   * @param bytes 65,535 at most
   * @return where it lies, until it is freed
   */
  long put(byte[] bytes) {
    if (bytes.length > 0xffff) throw new IllegalArgumentException(bytes.length + " bytes");
    Deque<Long> again = free.get(units(bytes.length));
    long place = again == null || again.isEmpty() ? fresh(units(bytes.length)) : again.pop();
    ByteBuffer slab = slab(place);
    slab.putShort((int) place, (short) bytes.length);
    slab.put((int) place + LENGTH, bytes);
    return place;
  }

  /** What lies there, to be read until the place is freed and something is put again. */
  ByteBuffer get(long place) {
    ByteBuffer slab = slab(place);
    int length = slab.getShort((int) place) & 0xffff;
    return slab.slice((int) place + LENGTH, length);
  }

  void free(long place) {
    int length = slab(place).getShort((int) place) & 0xffff;
    free.computeIfAbsent(units(length), u -> new ArrayDeque<>()).push(place);
  }

  private static int units(int length) {
    return (length + LENGTH + UNIT - 1) / UNIT;
  }

  private ByteBuffer slab(long place) {
    return slabs.get((int) (place >>> Integer.SIZE));
  }

  private long fresh(int units) {
    int size = units * UNIT;
    if (slabs.isEmpty() || used + size > slabs.get(slabs.size() - 1).capacity()) {
      int capacity = (int) Math.min(MOST, (long) LEAST << Math.min(16, slabs.size()));
      slabs.add(ByteBuffer.allocateDirect(Math.max(size, capacity)));
      used = 0;
    }
    long place = (long) (slabs.size() - 1) << Integer.SIZE | used;
    used += size;
    return place;
  }
}
