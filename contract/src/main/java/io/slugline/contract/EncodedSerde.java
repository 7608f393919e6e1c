package io.slugline.contract;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes values that are JSON already with the headers of their topic; reads none. */
final class EncodedSerde implements Serde<Encoded> {
  private final Topic.Catalogued<?> topic;

  EncodedSerde(Topic.Catalogued<?> topic) {
    this.topic = topic;
  }

  @Override
  public Serializer<Encoded> serializer() {
    return new Serializer<>() {
      @Override
      public byte @Nullable [] serialize(String name, @Nullable Encoded record) {
        return record == null ? null : record.json();
      }

      @Override
      public byte @Nullable [] serialize(String name, Headers headers, @Nullable Encoded record) {
        if (record != null) topic.describe(record.id(), record.key(), record.time()).to(headers);
        return serialize(name, record);
      }
    };
  }

  @Override
  public Deserializer<Encoded> deserializer() {
    throw new UnsupportedOperationException("articles are read through the record's own serde");
  }
}
