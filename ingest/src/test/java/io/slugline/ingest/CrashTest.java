package io.slugline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import io.slugline.contract.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dies at every single step in turn, and is started again. */
class CrashTest {
  private static final String LINES =
      "{\"n\":0}\n{\"n\":1}\noops\n{\"n\":3}\n{\"n\":4}\n{\"n\":5}\n";

  @TempDir Path folder;

  @Test
  void whereverItDiesEveryArticleIsThereOnceAndTheAccountsAreRight() throws IOException {
    List<String> expected = articlesOf(new MortalProducer(Integer.MAX_VALUE), "uninterrupted");
    int deaths = 0;

    for (int step = 0; ; step++) {
      MortalProducer producer = new MortalProducer(step);
      List<String> ids = articlesOf(producer, "inbox-" + step);
      assertThat(ids).as("died at step %d", step).containsExactlyInAnyOrderElementsOf(expected);
      if (!producer.died) break;
      deaths++;
    }

    assertThat(expected).hasSize(8).doesNotHaveDuplicates();
    assertThat(deaths).isGreaterThan(20);
  }

  private List<String> articlesOf(MortalProducer producer, String name) throws IOException {
    Path inbox = filled(Files.createDirectory(folder.resolve(name)));
    IngestConfig config = configured(inbox);
    TestStage stage = TestStage.over(config, producer, new Ticking().withZone(ZoneOffset.UTC));
    try {
      stage.run();
    } catch (DeathException e) {
      stage = stage.restarted().run();
    }
    assertThatTheAccountsAreRight(stage);
    assertThat(stage.files())
        .containsExactly(
            "done/a.jsonl", "done/a.jsonl.reason", "done/b.txt", "done/c.jsonl", "done/d.xml");
    return stage.articles().stream().map(RawArticle::id).toList();
  }

  private static void assertThatTheAccountsAreRight(TestStage stage) {
    LedgerEntry a = stage.lastEntryOf("a.jsonl");
    assertThat(a.articles()).isEqualTo(6);
    assertThat(a.published()).isEqualTo(5);
    assertThat(a.rejections()).hasSize(1);
    assertThat(stage.lastEntryOf("b.txt").published()).isEqualTo(1);
    assertThat(stage.lastEntryOf("c.jsonl").state()).isEqualTo(State.REPEAT);
    assertThat(stage.lastEntryOf("d.xml").published()).isEqualTo(2);
  }

  private static Path filled(Path inbox) throws IOException {
    Files.writeString(inbox.resolve("a.jsonl"), LINES);
    Files.writeString(inbox.resolve("b.txt"), "text");
    Files.writeString(inbox.resolve("c.jsonl"), LINES);
    Files.writeString(
        inbox.resolve("d.xml"), "<rss><channel><item>1</item><item>2</item></channel></rss>");
    return inbox;
  }

  private static IngestConfig configured(Path inbox) {
    IngestConfig standard = IngestConfig.of(inbox);
    return new IngestConfig(
        inbox,
        "one",
        false,
        standard.limits(),
        Duration.ZERO,
        standard.rescan(),
        Duration.ofMillis(2));
  }

  private static final class DeathException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Dies before a send, before a commit, or right after one, whichever step is next. */
  private static final class MortalProducer extends MockProducer<byte[], byte[]> {
    private int stepsLeft;
    private boolean died;

    MortalProducer(int stepsLeft) {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      this.stepsLeft = stepsLeft;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
      step();
      return super.send(record);
    }

    @Override
    public void commitTransaction() {
      step();
      super.commitTransaction();
      step();
    }

    private void step() {
      if (stepsLeft-- > 0) return;
      died = true;
      throw new DeathException();
    }
  }

  /** A millisecond passes each time it is asked, so that transactions end inside files. */
  private static final class Ticking implements InstantSource {
    private final Instant start = Instant.now();
    private int ticks;

    @Override
    public Instant instant() {
      return start.plusMillis(++ticks);
    }
  }
}
