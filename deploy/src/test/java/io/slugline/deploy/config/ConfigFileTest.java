package io.slugline.deploy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.slugline.alerting.receiver.Receiver;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void theManualIsReadAndSaysWhatHoldsWithoutIt() throws Exception {
    SluglineConfig manual = ConfigFile.read(Path.of("slugline.yaml"), Map.of());

    SluglineConfig standard = SluglineConfig.standard();
    assertThat(manual.kafka()).isEqualTo(standard.kafka());
    assertThat(manual.enrich()).isEqualTo(standard.enrich());
    assertThat(manual.alerting()).isEqualTo(standard.alerting());
    assertThat(manual.http()).isEqualTo(standard.http());
    assertThat(manual.ingest().at(folder)).isEqualTo(standard.ingest().at(folder));
  }

  @Test
  void theManualWithAllItsExamplesInForceIsRight() throws Exception {
    String manual = Files.readString(Path.of("slugline.yaml"));
    String inForce = manual.replaceAll("(?m)^( +)#", "$1");

    SluglineConfig config = ConfigFile.read(file(inForce), Map.of());

    assertThat(config.alerting().receivers())
        .extracting(receiver -> receiver.getClass().getName())
        .containsExactlyInAnyOrder(
            Arrays.stream(kindsOf(Receiver.class)).map(Class::getName).toArray(String[]::new));
  }

  @Test
  void everyKeyStandsInTheManual() throws IOException {
    String manual = Files.readString(Path.of("slugline.yaml"));
    Set<String> keys = new TreeSet<>();
    collect(SluglineConfig.class, keys);

    assertThat(keys)
        .hasSizeGreaterThan(40)
        .allSatisfy(key -> assertThat(manual).containsPattern("(?m)^[ #-]*" + key + ":"));
  }

  private static Class<?>[] kindsOf(Class<?> sealed) {
    return Objects.requireNonNull(sealed.getPermittedSubclasses());
  }

  /** The names of a record's components, and of those that they are made of. */
  private static void collect(Class<?> type, Set<String> keys) {
    if (type.isSealed()) for (Class<?> kind : kindsOf(type)) collect(kind, keys);
    if (!type.isRecord()) return;
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(component.getName());
      collect(component.getType(), keys);
      if (component.getGenericType() instanceof ParameterizedType list
          && list.getActualTypeArguments()[0] instanceof Class<?> element) collect(element, keys);
    }
  }

  @Test
  void everyProblemIsToldAtOnceWithItsPlace() throws IOException {
    List<Problem> problems =
        problems(
            """
            kafka:
              bootstrapServer: localhost:9092
              replicationFactor: many
            alerting:
              quietAfter: soon
              threads: -1
            http:
              port: 70000
            console: {}
            """);

    assertThat(problems)
        .extracting(Problem::place, Problem::line)
        .containsExactly(
            tuple("kafka.bootstrapServer", 2),
            tuple("kafka.replicationFactor", 3),
            tuple("alerting.quietAfter", 5),
            tuple("alerting.threads", 6),
            tuple("http.port", 8),
            tuple("console", 9));
  }

  @Test
  void aValueOfTheEnvironmentStandsInForItsPlace() throws Exception {
    Path file = file("http:\n  port: ${PORT:1}\n  host: ${HOST:localhost}\n");

    SluglineConfig config = ConfigFile.read(file, Map.of("PORT", "8123"));

    assertThat(config.http()).isEqualTo(new HttpSettings("localhost", 8123));
    Path portOnly = file("http: {port: 0}\n");
    assertThat(ConfigFile.read(portOnly, Map.of()).http())
        .isEqualTo(new HttpSettings("localhost", 0));
    Path hostOnly = file("http: {host: 127.0.0.1}\n");
    assertThat(ConfigFile.read(hostOnly, Map.of()).http())
        .isEqualTo(new HttpSettings("127.0.0.1", 8480));
  }

  @Test
  void aValueOfTheEnvironmentCannotAddAKey() throws Exception {
    Path file = file("kafka:\n  topicPrefix: ${PREFIX:}\n");

    SluglineConfig config = ConfigFile.read(file, Map.of("PREFIX", "a\nhttp:\n  port: 1"));

    assertThat(config.kafka().topicPrefix()).isEqualTo("a\nhttp:\n  port: 1");
    assertThat(config.http()).isEqualTo(SluglineConfig.standard().http());
  }

  @Test
  void aPlaceWithoutValueAndDefaultIsAProblem() throws IOException {
    assertThat(problems("http:\n  host: ${NOBODY_SET_THIS}\n"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place()).isEqualTo("http.host");
              assertThat(problem.message()).contains("NOBODY_SET_THIS");
            });
  }

  @Test
  void aKeyThatStandsTwiceIsAProblem() throws IOException {
    assertThat(problems("http:\n  port: 1\n  port: 2\n")).isNotEmpty();
  }

  @Test
  void durationsAreWrittenAsPeopleSay() {
    assertThat(Durations.parse("12h")).contains(Duration.ofHours(12));
    assertThat(Durations.parse("300ms")).contains(Duration.ofMillis(300));
    assertThat(Durations.parse("soon")).isEmpty();
  }

  private List<Problem> problems(String yaml) throws IOException {
    Path file = file(yaml);
    return catchThrowableOfType(ConfigException.class, () -> ConfigFile.read(file, Map.of()))
        .problems();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("slugline.yaml"), yaml);
  }
}
