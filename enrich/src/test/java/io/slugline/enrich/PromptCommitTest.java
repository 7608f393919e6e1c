package io.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptCommitTest {
  private static final long NOW = 1_800_000_000_000L;

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
  private final PromptCommit<String, String> step = new PromptCommit<>();

  @BeforeEach
  void start() {
    context.setCurrentSystemTimeMs(NOW);
    step.init(context);
  }

  @Test
  void aFreshArticleIsCommittedAtOnce() {
    pass(NOW - 100);

    assertThat(context.committed()).isTrue();
    assertThat(context.forwarded()).hasSize(1);
  }

  @Test
  void aLateOneWaitsForTheInterval() {
    pass(NOW - 3_600_000);

    assertThat(context.committed()).isFalse();
    assertThat(context.forwarded()).hasSize(1);
  }

  @Test
  void lateOnesAreCommittedWhenNothingMoreComes() {
    pass(NOW - 3_600_000);

    look(NOW + 300);
    assertThat(context.committed()).isFalse();

    look(NOW + 400);
    assertThat(context.committed()).isTrue();
    context.resetCommit();

    look(NOW + 900);
    assertThat(context.committed()).isFalse();
  }

  @Test
  void aSecondFreshOneRightAfterwardsIsCommittedAfterAPause() {
    pass(NOW - 100);
    context.resetCommit();
    pass(NOW - 100);
    assertThat(context.committed()).isFalse();

    look(NOW + 40);

    assertThat(context.committed()).isTrue();
  }

  private void look(long now) {
    context.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
  }

  private void pass(long arrived) {
    step.process(new Record<>("f-0", "text", arrived));
  }
}
