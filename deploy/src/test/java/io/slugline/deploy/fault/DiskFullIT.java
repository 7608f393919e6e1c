package io.slugline.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slugline.deploy.fault.Platform.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something else fills the disk that the broker writes to; later somebody makes room. */
class DiskFullIT {
  private static final int FILES = 20;

  @TempDir Path folder;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(folder.resolve("data-broker"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString()) == 0;
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) run("umount", "--lazy", disk.toString());
  }

  @Test
  void theBrokerStopsAndGoesOnWhereItWasWhenThereIsRoom() throws Exception {
    assumeTrue(mounted, "a small disk can be mounted by root alone: nothing is filled");
    try (Line line = Line.start(folder, Map.of())) {
      line.awaitRight();
      int starts = line.platform.starts(Part.BROKER);
      Path filler = disk.resolve("filler");
      fill(filler);
      for (int i = 0; i < FILES; i++) line.drop();
      await().atMost(Line.PATIENCE).until(() -> line.platform.starts(Part.BROKER) > starts);
      assertThat(line.platform.said(Part.BROKER)).containsIgnoringCase("no space left");
      Files.delete(filler);
      line.awaitRight();
      line.say("disk full");
    }
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) out.write(block);
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).start().waitFor();
  }
}
