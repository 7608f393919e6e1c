package io.slugline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  static Stream<Topic<?>> topics() {
    return Topics.all().stream().filter(topic -> topic != Topics.DEAD_LETTERS);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void thePublishedSchemaIsTheRecords(Topic<?> topic) throws IOException {
    Published.at("schemas/" + Schemas.nameOf(topic.type())).mustBe(new Schemas().of(topic.type()));
  }

  @Test
  void aRawArticlesHeadersFitTheirSchemaAndItsBytesStayAsTheyAre() throws IOException {
    byte[] bytes = "Näher dran".getBytes(StandardCharsets.ISO_8859_1);
    RawArticle article =
        new RawArticle(
            "ab12-0",
            bytes,
            "text/plain",
            null,
            "iso-8859-1",
            "desk",
            "a.txt",
            Instant.parse("2026-11-22T18:00:00Z"),
            false,
            Map.of("etag", "x"));
    Headers headers = new RecordHeaders();

    byte[] value = Topics.ARTICLES_RAW.valueSerde().serializer().serialize("t", headers, article);

    String schema = Files.readString(Path.of("src/main/resources/schemas/RawArticle.v1.json"));
    assertThat(value).isEqualTo(bytes);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(Json.write(TopicTest.text(headers)), InputFormat.JSON))
        .isEmpty();
    assertThat(Topics.ARTICLES_RAW.valueSerde().deserializer().deserialize("t", headers, value))
        .usingRecursiveComparison()
        .isEqualTo(article);
  }
}
