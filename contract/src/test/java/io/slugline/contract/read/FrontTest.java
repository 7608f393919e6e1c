package io.slugline.contract.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.read.Front.Reached;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FrontTest {
  private static final TopicPartition ONE = new TopicPartition("articles", 0);
  private static final TopicPartition OTHER = new TopicPartition("articles", 1);
  private static final TopicPartition DOWN = new TopicPartition("turns-repartition", 0);

  private long now;
  private final Front front = new Front(() -> now);

  @Test
  void nothingIsUnreadBeforeAnythingWasAssigned() {
    assertThat(front.isPast(Long.MAX_VALUE)).isTrue();
    assertThat(front.rear()).isEmpty();
    assertThat(front.head()).isZero();
  }

  @Test
  void theRearIsWhereNewRecordsWait() {
    front.reached(ONE, new Reached(700, true, true));
    front.reached(OTHER, new Reached(300, false, true));
    front.reached(DOWN, new Reached(100, true, false));

    assertThat(front.rear()).hasValue(700);
    assertThat(front.head()).isEqualTo(700);
  }

  @Test
  void aPartitionThatWasReadToItsEndKeepsNobodyWaiting() {
    front.reached(ONE, new Reached(700, true, true));
    front.reached(OTHER, new Reached(300, true, true));
    assertThat(front.isPast(700)).isFalse();

    front.reached(OTHER, new Reached(300, false, true));

    assertThat(front.isPast(700)).isTrue();
  }

  @Test
  void aTimeThatNobodyIsAtAnyMoreIsNotWaitedFor() {
    front.reached(ONE, new Reached(700, true, true));

    assertThat(front.isPast(3_600_700)).isTrue();
  }

  @Test
  void aPartitionThatDoesNotMoveIsNotWaitedForForEver() {
    front.reached(ONE, new Reached(700, true, true));
    front.reached(OTHER, new Reached(300, true, true));

    now += Duration.ofSeconds(29).toNanos();
    front.reached(ONE, new Reached(800, true, true));
    front.reached(OTHER, new Reached(300, true, true));
    assertThat(front.rear()).hasValue(300);
    assertThat(front.isPast(700)).isFalse();

    now += Duration.ofSeconds(1).toNanos();
    assertThat(front.rear()).hasValue(800);
    assertThat(front.isPast(700)).isTrue();

    front.reached(OTHER, new Reached(400, true, true));
    assertThat(front.rear()).hasValue(400);
  }

  @Test
  void whatWaitsFurtherDownIsUnreadToo() {
    front.reached(ONE, new Reached(700, false, true));
    front.reached(DOWN, new Reached(300, true, false));

    assertThat(front.isPast(700)).isFalse();
  }

  @Test
  void aPartitionThatWentToAnotherProcessCountsNoMore() {
    front.reached(ONE, new Reached(700, true, true));
    front.reached(OTHER, new Reached(300, true, true));

    front.leave(OTHER);

    assertThat(front.rear()).hasValue(700);
    assertThat(front.isPast(700)).isTrue();
  }
}
