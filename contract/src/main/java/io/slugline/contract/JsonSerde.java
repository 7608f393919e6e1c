package io.slugline.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A record as JSON in the value, with CloudEvents headers where it goes to a published topic. */
final class JsonSerde<V> implements Serde<V> {
  private final Class<V> type;
  private final ObjectReader reader;
  private final ObjectWriter writer;
  private final BiConsumer<Headers, V> describe;

  JsonSerde(Class<V> type, BiConsumer<Headers, V> describe) {
    this.type = type;
    this.reader = Json.mapper().readerFor(type);
    this.writer = Json.mapper().writerFor(type);
    this.describe = describe;
  }

  @Override
  public Serializer<V> serializer() {
    return new Serializer<>() {
      @Override
      public byte @Nullable [] serialize(String topic, @Nullable V record) {
        try {
          return record == null ? null : writer.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
          throw new SerializationException(
              "cannot write " + type.getSimpleName() + " to " + topic, e);
        }
      }

      @Override
      public byte @Nullable [] serialize(String topic, Headers headers, @Nullable V record) {
        if (record != null) describe.accept(headers, record);
        return serialize(topic, record);
      }
    };
  }

  @Override
  public Deserializer<V> deserializer() {
    return new Deserializer<>() {
      @Override
      public @Nullable V deserialize(String topic, byte @Nullable [] value) {
        try {
          return value == null ? null : reader.readValue(value);
        } catch (IOException e) {
          throw new SerializationException(
              "cannot read " + type.getSimpleName() + " from " + topic, e);
        }
      }
    };
  }
}
