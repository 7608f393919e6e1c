package io.slugline.deploy.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Where Slugline is installed; the launcher says so. */
final class Home {
  private static final Path ROOT = Path.of(System.getProperty("slugline.home", "."));

  private Home() {}

  static Path sampleWatches() {
    return ROOT.resolve("deploy/samples/watches.yaml");
  }

  /** Copies the sample articles into a folder, so that reading them moves none of ours. */
  static Path copySamplesTo(Path inbox) throws IOException {
    Path samples = ROOT.resolve("deploy/samples/articles");
    if (!Files.isDirectory(samples)) {
      throw new IOException("there are no samples at " + samples + ": name an --inbox");
    }
    try (Stream<Path> files = Files.walk(samples)) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file, inbox, samples));
    }
    return inbox;
  }

  private static void copy(Path file, Path inbox, Path samples) {
    try {
      Path target = inbox.resolve(samples.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Path unfinished = target.resolveSibling("." + target.getFileName());
      Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the sample " + file, e);
    }
  }
}
