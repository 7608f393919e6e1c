package io.slugline.deploy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.watch.Monitor;
import io.slugline.alerting.watch.WatchList;
import io.slugline.contract.Watch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShippedWatchesTest {
  private final ArticleMaker maker = new ArticleMaker();

  @ParameterizedTest
  @ValueSource(strings = {"samples/watches.yaml", "watches/pack.yaml"})
  void everyWatchPassesItsExamplesAndHasSomeOfBothKinds(String list) {
    List<Watch> watches = WatchList.read(Path.of(list), "test", Instant.EPOCH);

    assertThat(watches).hasSizeGreaterThanOrEqualTo(5);
    assertThat(watches).allMatch(watch -> !watch.examples().mustHit().isEmpty());
    assertThat(watches).allMatch(watch -> !watch.examples().mustMiss().isEmpty());
    assertThat(watches.stream().flatMap(watch -> wrong(watch).stream())).isEmpty();
  }

  private List<String> wrong(Watch watch) {
    List<String> wrong = new ArrayList<>();
    for (String text : watch.examples().mustHit()) {
      if (!matches(watch, text)) wrong.add(watch.id() + " misses: " + text);
    }
    for (String text : watch.examples().mustMiss()) {
      if (matches(watch, text)) wrong.add(watch.id() + " hits: " + text);
    }
    return wrong;
  }

  private boolean matches(Watch watch, String text) {
    return Monitor.explain(watch, maker.fromText(text).orElseThrow()).matched();
  }
}
