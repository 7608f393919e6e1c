package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a file and says what file it is. */
public interface Hashing {

  String of(Path file) throws IOException;
}
