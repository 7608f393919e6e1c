package io.slugline.enrich;

import io.slugline.contract.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;

/** JSON for stores and internal topics. */
final class InternalJson {
  private InternalJson() {}

  static byte[] write(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (IOException e) {
      throw new SerializationException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  static <V> V read(byte[] bytes, Class<V> type) {
    try {
      return Json.mapper().readValue(bytes, type);
    } catch (IOException e) {
      throw new SerializationException("cannot read " + type.getSimpleName(), e);
    }
  }
}
