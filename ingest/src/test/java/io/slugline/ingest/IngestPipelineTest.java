package io.slugline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.slugline.contract.LedgerEntry;
import io.slugline.contract.LedgerEntry.State;
import io.slugline.contract.RawArticle;
import io.slugline.ingest.format.Limits;
import io.slugline.ingest.inbox.Fingerprint;
import io.slugline.ingest.inbox.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestPipelineTest {
  private final Path inbox;

  IngestPipelineTest(@TempDir Path folder) throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
  }

  @Test
  void aFileIsPublishedAccountedForAndPutAway() throws IOException {
    put("desk/a.txt", "Two ships docked.");

    TestStage stage = TestStage.over(inbox).run();

    RawArticle article = stage.articles().get(0);
    LedgerEntry entry = stage.lastEntry();
    assertThat(stage.texts()).containsExactly("Two ships docked.");
    assertThat(article.id()).isEqualTo(entry.file() + "-0");
    assertThat(article.path()).isEqualTo("desk/a.txt");
    assertThat(article.mediaType()).isEqualTo("text/plain");
    assertThat(article.charsetDetected()).isEqualTo("UTF-8");
    assertThat(article.headers()).containsKey("file-modified");
    assertThat(entry.state()).isEqualTo(State.DONE);
    assertThat(entry.published()).isEqualTo(1);
    assertThat(stage.files()).containsExactly("done/desk/a.txt");
  }

  @Test
  void theSameContentUnderAnotherNameIsARepeatAndPublishesNothing() throws IOException {
    put("a.txt", "same");
    put("b.txt", "same");

    TestStage stage = TestStage.over(inbox).run();

    assertThat(stage.texts()).containsExactly("same");
    assertThat(stage.lastEntry().state()).isEqualTo(State.REPEAT);
    assertThat(stage.lastEntry().path()).isEqualTo("b.txt");
    assertThat(stage.lastEntry().repeatOf()).isEqualTo("a.txt");
    assertThat(stage.files()).containsExactly("done/a.txt", "done/b.txt");
  }

  @Test
  void aFreshCopyOfASettledFileIsARepeatAfterARestartToo() throws IOException {
    put("a.txt", "same");
    TestStage first = TestStage.over(inbox).run();
    put("a.txt", "same");

    TestStage second = first.restarted().run();

    assertThat(second.texts()).containsExactly("same");
    assertThat(second.lastEntry().state()).isEqualTo(State.REPEAT);
    assertThat(second.counts().filesRepeated()).isEqualTo(1);
  }

  @Test
  void anotherFileOfTheSameNameDoesNotOverwriteTheFirst() throws IOException {
    put("feed.jsonl", "{\"a\":1}");
    TestStage first = TestStage.over(inbox).run();
    put("feed.jsonl", "{\"a\":2}");

    TestStage second = first.restarted().run();

    assertThat(second.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(second.files()).hasSize(2).contains("done/feed.jsonl");
  }

  @Test
  void aFileThatCannotBeReadIsRejectedWithItsReasonAndTheNextIsPublished() throws IOException {
    put("a.json", "no json");
    put("b.txt", "next");

    TestStage stage = TestStage.over(inbox).run();

    assertThat(stage.texts()).containsExactly("next");
    assertThat(stage.files())
        .containsExactly("done/b.txt", "rejected/a.json", "rejected/a.json.reason");
    assertThat(Files.readString(inbox.resolve("rejected/a.json.reason")))
        .contains("a.json: is not JSON: starts with 'n'");
    assertThat(stage.deadLetters()).hasSize(1);
  }

  @Test
  void aFileWithSomeBadArticlesIsDoneAndSaysWhichWereRejected() throws IOException {
    put("a.jsonl", "{}\noops\n{}\n");

    TestStage stage = TestStage.over(inbox).run();

    LedgerEntry entry = stage.lastEntry();
    assertThat(entry.state()).isEqualTo(State.DONE);
    assertThat(entry.articles()).isEqualTo(3);
    assertThat(entry.published()).isEqualTo(2);
    assertThat(entry.rejections())
        .containsExactly(new LedgerEntry.Rejection(1, "line 2: not a JSON object"));
    assertThat(stage.files()).containsExactly("done/a.jsonl", "done/a.jsonl.reason");
    assertThat(Files.readString(inbox.resolve("done/a.jsonl.reason"))).contains("line 2");
  }

  @Test
  void anArticleOverTheLimitIsRejectedByName() throws IOException {
    put("big.txt", "x".repeat(1001));
    IngestConfig config =
        IngestConfig.of(inbox).withLimits(new Limits(1000, 1 << 20, 200, 10, 1 << 30));

    TestStage stage = TestStage.over(config).run();

    assertThat(stage.articles()).isEmpty();
    assertThat(stage.lastEntry().state()).isEqualTo(State.REJECTED);
    assertThat(stage.lastEntry().reason()).isEqualTo("big.txt: article of more than 1000 bytes");
  }

  @Test
  void aFileThatCannotBeMovedIsRememberedByTheLedgerAlone() throws IOException {
    put("done/sub", "a file where the folder should be made");
    put("sub/a.txt", "text");
    TestStage first = TestStage.over(inbox).run();

    TestStage second = first.restarted().run();

    assertThat(second.files()).contains("sub/a.txt");
    assertThat(second.texts()).containsOnlyOnce("text");
    assertThat(second.counts().filesSeen()).isZero();
  }

  @Test
  void anInboxThatMayNotBeWrittenToIsReadWhereItLies() throws IOException {
    put("a.txt", "text");
    put("b.txt", "text");
    TestStage first = TestStage.overReadOnly(inbox).run();

    TestStage second = first.restarted().run();

    assertThat(second.files()).containsExactly("a.txt", "b.txt");
    assertThat(second.texts()).containsExactly("text");
    assertThat(second.ledger()).hasSize(2);
  }

  @Test
  void aFileWithoutPermissionIsRejectedAndTheNextIsPublished() throws IOException {
    put("locked.txt", "secret");
    put("open.txt", "open");
    Hashing refusing =
        file -> {
          if (file.endsWith("locked.txt")) throw new AccessDeniedException(file.toString());
          return Fingerprint.of(file);
        };

    TestStage stage = TestStage.over(inbox, refusing).run();

    assertThat(stage.texts()).containsExactly("open");
    assertThat(stage.lastEntryOf("locked.txt").reason())
        .startsWith("locked.txt: cannot be opened")
        .contains("AccessDeniedException");
    assertThat(stage.files()).contains("rejected/locked.txt", "rejected/locked.txt.reason");
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsReadAnewAndNotPutAwayHalf() throws IOException {
    put("a.jsonl", "{\"a\":1}\n");
    boolean[] grown = {false};
    Hashing growing =
        file -> {
          String hash = Fingerprint.of(file);
          if (!grown[0]) Files.writeString(file, "{\"a\":1}\n{\"a\":2}\n");
          grown[0] = true;
          return hash;
        };

    TestStage stage = TestStage.over(inbox, growing).run().run();

    assertThat(stage.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(stage.ledger()).hasSize(1);
    assertThat(stage.files()).containsExactly("done/a.jsonl");
  }

  @Test
  void aFileThatCouldNotBeMovedIsMovedWhenItCanBe() throws IOException {
    put("done/sub", "a file where the folder should be made");
    put("sub/a.txt", "text");
    TestStage stage = TestStage.over(inbox).run();
    assertThat(stage.files()).contains("sub/a.txt");
    Files.delete(inbox.resolve("done/sub"));

    stage.restarted().run();

    assertThat(stage.files()).containsExactly("done/sub/a.txt");
    assertThat(stage.texts()).containsExactly("text");
  }

  private void put(String name, String text) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
