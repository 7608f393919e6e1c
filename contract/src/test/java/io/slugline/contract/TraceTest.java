package io.slugline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  @Test
  void anArticlesTraceIsAlwaysTheSameAndOfTheFormThatW3cGives() {
    String traceparent = Trace.ofArticle("f-0").traceparent();

    assertThat(traceparent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(Trace.ofArticle("f-0").traceparent()).isEqualTo(traceparent);
    assertThat(Trace.ofArticle("f-1").traceparent()).isNotEqualTo(traceparent);
  }

  @Test
  void itIsReadFromARecordThatBearsIt() {
    Headers headers = new RecordHeaders();
    Trace.ofArticle("f-0").to(headers);
    Trace.ofArticle("f-1").to(headers);

    assertThat(Trace.of(headers)).contains(Trace.ofArticle("f-1"));
    assertThat(headers).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00-1-2-01", "00-\r\nHost: elsewhere", "zz"})
  void whatIsNotWellFormedIsNoTrace(String value) {
    Headers headers = new RecordHeaders();
    headers.add(Trace.HEADER, value.getBytes(StandardCharsets.UTF_8));

    assertThat(Trace.of(headers)).isEmpty();
  }
}
