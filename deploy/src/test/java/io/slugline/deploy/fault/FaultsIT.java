package io.slugline.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slugline.contract.Topics;
import io.slugline.deploy.StageProcess;
import io.slugline.deploy.fault.Platform.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One line of four processes, to which one thing after the other happens while articles come; after
 * each of them everything must be right. {@code ./mvnw verify -Pfaults} takes the long form.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final Duration STORM = Duration.ofSeconds(Line.LONG ? 600 : 15);
  private static final Duration PAUSE = Duration.ofSeconds(Line.LONG ? 60 : 12);
  private static final int LETTERS = 1000;

  private final Random random = new Random(20261127);
  private Line line;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    line = Line.start(folder, Map.of());
  }

  @AfterEach
  void everythingIsRight(TestInfo test) throws Exception {
    line.awaitRight();
    line.say(test.getDisplayName());
  }

  @AfterAll
  void stop() throws Exception {
    line.close();
  }

  @Test
  void eachPartIsKilledInRandomOrder() throws Exception {
    Instant until = Instant.now().plus(STORM);
    do {
      List<Part> order = new ArrayList<>(List.of(Part.values()));
      Collections.shuffle(order, random);
      for (Part part : order) {
        line.drop();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(3000));
        line.platform.kill(part);
      }
      if (Line.LONG) line.platform.awaitReady();
    } while (Instant.now().isBefore(until));
  }

  @Test
  void theBrokerStandsStill() throws Exception {
    line.drop();
    line.platform.signal(Part.BROKER, "STOP");
    line.drop();
    TimeUnit.SECONDS.sleep(PAUSE.toSeconds());
    line.platform.signal(Part.BROKER, "CONT");
  }

  @Test
  void theReceiverIsSlowerThanItsTimeLimit() throws Exception {
    line.desk.thinks(Duration.ofSeconds(6));
    int before = line.desk.calls();
    line.drop();
    await().atMost(Line.PATIENCE).until(() -> line.desk.calls() > before + 1);
    line.desk.thinks(Duration.ZERO);
  }

  @Test
  void poisonOfEachKindComes() throws Exception {
    for (var file : Poison.ofEachKind().entrySet()) {
      line.platform.drop(file.getKey(), file.getValue());
    }
    line.awaitSettled();
    assertThat(line.platform.inbox().resolve("rejected/cut.txt.gz.reason")).isNotEmptyFile();
  }

  @Test
  void aThousandDeadLettersComeAtOnce() throws Exception {
    int before = line.books.deadLetters();
    line.platform.drop("letters.jsonl", Poison.letters(LETTERS));
    await()
        .atMost(Line.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> line.books.deadLetters() == before + LETTERS);
    assertThat(line.platform.command("dead-letters", "list"))
        .contains("JSON with neither text nor HTML");
  }

  @Test
  void theStoresAreDeleted() throws Exception {
    for (Part part : List.of(Part.ENRICH, Part.ALERT)) {
      line.drop();
      line.platform.killAnd(part, () -> Platform.delete(line.platform.data(part)));
    }
  }

  /** Every account becomes unreadable; then a file comes again that was accounted for. */
  @Test
  void theLedgerIsCorrupted() throws Exception {
    byte[] file = line.file();
    line.platform.drop("before.jsonl", file);
    line.awaitSettled();
    ClusterHands.damageLedger(line.books.cluster());
    line.platform.kill(Part.INGEST);
    line.platform.drop("after.jsonl", file);
  }

  @Test
  void aTopicIsDeletedByMistake() throws Exception {
    ClusterHands.delete(line.books.cluster(), Topics.STORIES);
    line.drop();
    line.platform.kill(Part.ENRICH);
    line.platform.command("topics", "create");
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefusedAndTheFirstGoesOn(@TempDir Path elsewhere)
      throws Exception {
    for (Part part : List.of(Part.values())) {
      int starts = line.platform.starts(part);
      Path log = elsewhere.resolve(part.word() + ".log");
      StageProcess second = StageProcess.start(line.platform.arguments(part), Map.of(), log);
      assertThat(second.awaitEnd()).as(part.word()).isPositive();
      assertThat(Files.readString(log)).containsAnyOf("in use by another", "has an ingester");
      assertThat(line.platform.isAlive(part)).as(part.word()).isTrue();
      assertThat(line.platform.starts(part)).as(part.word()).isEqualTo(starts);
    }
  }
}
