package io.slugline.alerting.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.alerting.dispatch.Change.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Progress progress = new Progress();

  @Test
  void aRestartGoesOnFromTheFirstChangeThatIsNotSettled() {
    for (long offset = 0; offset < 4; offset++) progress.began(new Place(0, offset));
    progress.began(new Place(1, 7));
    progress.settled(new Place(0, 0));
    progress.settled(new Place(0, 2));

    assertThat(progress.takeMoved()).isEqualTo(Map.of(0, 1L, 1, 7L));
    progress.settled(new Place(0, 1));
    assertThat(progress.takeMoved()).isEqualTo(Map.of(0, 3L));
    assertThat(progress.takeMoved()).isEmpty();
  }

  @Test
  void markersOfTransactionsAreLeftBehindOnceAllIsSettled() {
    progress.began(new Place(0, 0));
    progress.readTo(0, 2);
    assertThat(progress.takeMoved()).isEqualTo(Map.of(0, 0L));

    progress.settled(new Place(0, 0));

    assertThat(progress.takeMoved()).isEqualTo(Map.of(0, 2L));
  }
}
