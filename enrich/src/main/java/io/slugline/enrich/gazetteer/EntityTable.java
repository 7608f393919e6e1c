package io.slugline.enrich.gazetteer;

import io.slugline.contract.MentionType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All entities, packed: a record is made only of those that are asked for. */
final class EntityTable {
  private static final MentionType[] TYPES = MentionType.values();
  private static final int PER_ENTITY = 3;

  private byte[] letters = new byte[1 << 12];
  private int[] ends = new int[(1 << 8) * PER_ENTITY];
  private byte[] types = new byte[1 << 8];
  private byte[] weights = new byte[1 << 8];
  private @Nullable Entity[] made = {};
  private int size;

  int add(Entity entity) {
    if (size == types.length) grow();
    types[size] = (byte) entity.type().ordinal();
    weights[size] = (byte) entity.weight();
    String country = entity.country();
    write(size * PER_ENTITY, entity.id());
    write(size * PER_ENTITY + 1, entity.name());
    write(size * PER_ENTITY + 2, country == null ? "" : country);
    return size++;
  }

  int size() {
    return size;
  }

  /** Made once; two threads may make the same one, which does no harm. */
  Entity entity(int index) {
    Entity known = made[index];
    if (known != null) return known;
    Entity entity = make(index);
    made[index] = entity;
    return entity;
  }

  private Entity make(int index) {
    String country = read(index * PER_ENTITY + 2);
    return new Entity(
        read(index * PER_ENTITY),
        TYPES[types[index]],
        read(index * PER_ENTITY + 1),
        emptyToNull(country),
        weights[index]);
  }

  String id(int index) {
    return read(index * PER_ENTITY);
  }

  MentionType type(int index) {
    return TYPES[types[index]];
  }

  int weight(int index) {
    return weights[index];
  }

  void trim() {
    made = new Entity[size];
    letters = Arrays.copyOf(letters, size == 0 ? 0 : ends[size * PER_ENTITY - 1]);
    ends = Arrays.copyOf(ends, size * PER_ENTITY);
    types = Arrays.copyOf(types, size);
    weights = Arrays.copyOf(weights, size);
  }

  private void write(int column, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int start = column == 0 ? 0 : ends[column - 1];
    if (start + bytes.length > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(letters.length * 2, start + bytes.length));
    }
    System.arraycopy(bytes, 0, letters, start, bytes.length);
    ends[column] = start + bytes.length;
  }

  private String read(int column) {
    int start = column == 0 ? 0 : ends[column - 1];
    return new String(letters, start, ends[column] - start, StandardCharsets.UTF_8);
  }

  private void grow() {
    int larger = size * 2;
    types = Arrays.copyOf(types, larger);
    weights = Arrays.copyOf(weights, larger);
    ends = Arrays.copyOf(ends, larger * PER_ENTITY);
  }

  private static @Nullable String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
