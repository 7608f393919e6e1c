package io.slugline.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.slugline.alerting.receiver.AlertmanagerReceiver;
import io.slugline.alerting.receiver.EmailReceiver;
import io.slugline.alerting.receiver.LogReceiver;
import io.slugline.alerting.receiver.WebhookReceiver;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertConfigTest {
  private final ObjectMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  @Test
  void withoutASettingEveryAlertGoesToTheLog() {
    AlertConfig config = AlertConfig.standard();

    assertThat(config.receivers()).containsExactly(new LogReceiver("log"));
    assertThat(config.fallback()).isEqualTo("log");
    assertThat(config.quietAfter()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void receiversAreReadByTheirType() throws JsonProcessingException {
    AlertConfig config =
        yaml.readValue(
            """
            quietAfter: PT6H
            fallback: log
            receivers:
              - {type: log, name: log}
              - {type: webhook, name: desk, url: "https://desk.example/hook", secret: abc}
              - {type: alertmanager, name: am, url: "http://am:9093"}
              - {type: email, name: mail, host: mx, from: a@b.example, to: [c@b.example], tls: implicit}
            """,
            AlertConfig.class);

    assertThat(config.receivers())
        .extracting(receiver -> (Object) receiver.getClass())
        .containsExactly(
            LogReceiver.class,
            WebhookReceiver.class,
            AlertmanagerReceiver.class,
            EmailReceiver.class);
    assertThat(config.quietAfter()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void everyProblemIsToldAtOnceWithItsPlaceAndNoSecret() {
    String wrong =
        """
        quietAfter: PT-1H
        fallback: nobody
        allowedHosts: [good.example]
        receivers:
          - {type: webhook, name: one, url: "ftp://files.example", secret: ""}
          - {type: webhook, name: two, url: "https://bad.example/", secret: s3cret}
          - {type: slack, name: two, url: {file: /nowhere/slack}}
          - {type: email, name: mail, host: mx.example, from: a@b.example, to: [c@b.example]}
        """;

    assertThatThrownBy(() -> yaml.readValue(wrong, AlertConfig.class))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("receivers.one.url: must be an http or https address")
        .contains("receivers.one.secret: is empty")
        .contains("receivers.two: host bad.example is not in allowedHosts")
        .contains("receivers.mail: host mx.example is not in allowedHosts")
        .contains("receivers.two: this name appears twice")
        .contains("receivers.two.url: cannot read file /nowhere/slack")
        .contains("fallback: no receiver named 'nobody'")
        .contains("quietAfter: must be longer than nothing")
        .doesNotContain("s3cret");
  }
}
