package io.slugline.ingest.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One look at all folders and files of an inbox, settled ones left out. */
final class Walk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final SortedMap<Path, Stamp> files = new TreeMap<>();
  private final List<Path> folders = new ArrayList<>();

  private Walk(Path root) {
    this.root = root;
  }

  /**
   * @throws IOException when the inbox itself is not there; what vanishes below it is passed over
   */
  static Walk of(Path root) throws IOException {
    Walk walk = new Walk(root);
    Files.readAttributes(root, BasicFileAttributes.class);
    Files.walkFileTree(root, walk);
    return walk;
  }

  SortedMap<Path, Stamp> files() {
    return files;
  }

  List<Path> folders() {
    return folders;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(root) && isLeftAlone(folder)) return FileVisitResult.SKIP_SUBTREE;
    folders.add(folder);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (Names.areLeftAlone(name(file))) return FileVisitResult.CONTINUE;
    if (attributes.isRegularFile()) files.put(file, Stamp.of(attributes));
    if (attributes.isSymbolicLink()) linked(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
    if (file.equals(root)) throw problem;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(
      Path folder, @org.jspecify.annotations.Nullable IOException problem) throws IOException {
    if (problem != null && folder.equals(root)) throw problem;
    return FileVisitResult.CONTINUE;
  }

  private void linked(Path link) {
    try {
      BasicFileAttributes target = Files.readAttributes(link, BasicFileAttributes.class);
      if (target.isRegularFile()) files.put(link, Stamp.of(target));
    } catch (IOException e) {
      // A link that leads nowhere is no file.
    }
  }

  private boolean isLeftAlone(Path folder) {
    boolean isShelf =
        root.equals(folder.getParent())
            && (name(folder).equals(Shelves.DONE) || name(folder).equals(Shelves.REJECTED));
    return isShelf || name(folder).startsWith(".");
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
