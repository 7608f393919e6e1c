package io.slugline.enrich;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** CBOR: JSON's shape with bytes as they are, for a topic that nobody else reads. */
final class TaggedArticleSerde implements Serde<TaggedArticle> {
  private final ObjectMapper mapper = CBORMapper.builder().addModule(new JavaTimeModule()).build();

  @Override
  public Serializer<TaggedArticle> serializer() {
    return (topic, article) -> {
      try {
        return mapper.writeValueAsBytes(article);
      } catch (JsonProcessingException e) {
        throw new SerializationException("cannot write article " + article.id(), e);
      }
    };
  }

  @Override
  public Deserializer<TaggedArticle> deserializer() {
    return (topic, bytes) -> {
      try {
        return mapper.readValue(bytes, TaggedArticle.class);
      } catch (IOException e) {
        throw new SerializationException("cannot read an article from " + topic, e);
      }
    };
  }
}
