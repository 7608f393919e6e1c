package io.slugline.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The stored examples: at least one of every shape of every record that we ever wrote. */
final class Examples {
  private static final Path ROOT = Path.of("src/test/resources/examples");

  private Examples() {}

  static List<Path> of(Topic<?> topic) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(topic.name()))) {
      return files.sorted().toList();
    }
  }
}
