package io.slugline.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slugline.deploy.fault.Platform.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the whole machine jumps by an hour while articles come. */
class ClockIT {
  private static final Path LIBRARY =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

  @TempDir Path folder;

  @Test
  void anHourAheadNothingIsLostOrToldTwice() throws Exception {
    jump("+0", "+1h", line -> line.say("clock an hour ahead"));
  }

  /** Both times after its watches came, which look at no older articles. */
  @Test
  void anHourBackEachStageEndsAndStartedAgainLosesAndTellsNothingTwice() throws Exception {
    jump(
        "+2h",
        "+1h",
        line -> {
          for (Part stage : Part.values()) {
            assertThat(line.platform.said(stage)).contains("the clock was put back");
          }
          line.say("clock an hour back");
        });
  }

  private void jump(String from, String to, Consumer<Line> then) throws Exception {
    assumeTrue(Files.exists(LIBRARY), "no libfaketime: the clock is not moved");
    Path clock = Files.writeString(folder.resolve("clock"), from);
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD",
            LIBRARY.toString(),
            "FAKETIME_TIMESTAMP_FILE",
            clock.toString(),
            "FAKETIME_CACHE_DURATION",
            "1",
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0");
    try (Line line = Line.start(folder, environment)) {
      line.awaitRight();
      line.drop();
      move(clock, to);
      line.awaitRight();
      then.accept(line);
    }
  }

  private static void move(Path clock, String to) throws IOException, InterruptedException {
    Path next = Files.writeString(clock.resolveSibling("next"), to);
    Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
    TimeUnit.SECONDS.sleep(2);
  }
}
