package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where settled files go: {@code done/} and {@code rejected/} inside the inbox. */
public final class Shelves {
  static final String DONE = "done";
  static final String REJECTED = "rejected";

  private final Path root;

  public Shelves(Path root) {
    this.root = root;
  }

  /**
   * Moves a file that was read to its end.
   *
   * @param mark tells it from another file of the same name that is there already
   * @param reason what was wrong with some of its articles; empty when nothing was
   */
  public void done(ArrivedFile file, String mark, String reason) throws IOException {
    move(file, root.resolve(DONE), mark, reason);
  }

  public void rejected(ArrivedFile file, String mark, String reason) throws IOException {
    move(file, root.resolve(REJECTED), mark, reason);
  }

  private static void move(ArrivedFile file, Path shelf, String mark, String reason)
      throws IOException {
    Path target = free(shelf.resolve(file.path()), mark);
    Files.createDirectories(target.getParent());
    if (!reason.isEmpty()) {
      Files.write(reasonOf(target), (reason + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.move(file.file(), target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A file of the same name and mark has the same bytes, and may be replaced. */
  private static Path free(Path wanted, String mark) {
    if (!Files.exists(wanted)) return wanted;
    String name = wanted.getFileName().toString();
    int dot = name.indexOf('.', 1);
    String stem = dot < 0 ? name : name.substring(0, dot);
    return wanted.resolveSibling(stem + "~" + mark + name.substring(stem.length()));
  }

  private static Path reasonOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".reason");
  }
}
