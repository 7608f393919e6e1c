package io.slugline.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Files inside files: what is gzipped or archived is unpacked, then read by its ending. */
public final class Containers {
  private static final Set<String> ARCHIVES = Set.of("zip", "tar", "tgz");

  private final Limits limits;
  private final Formats formats;

  public Containers(Limits limits) {
    this.limits = limits;
    this.formats = new Formats(limits);
  }

  /**
   * Hands on every article of a file.
   *
   * @param path in the inbox; its ending says what the file is
   * @throws IOException when the file cannot be read to its end; what was handed on stays
   */
  public void read(Path file, String path, Map<String, String> headers, Articles articles)
      throws IOException {
    Guard.Unpacked unpacked = new Guard.Unpacked();
    String name = path.toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      new ZipArchive(this, limits, unpacked).read(file, path, headers, articles);
      return;
    }
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Content content = new Content(path, stream, null, headers);
      if (name.endsWith(".tgz")) tar(content, unpacked, articles, true);
      else if (name.endsWith(".tar.gz")) tar(content, unpacked, articles, true);
      else if (name.endsWith(".tar")) tar(content, unpacked, articles, false);
      else member(content, unpacked, articles);
    }
  }

  /** Reads what is no archive, gzipped or not. */
  void member(Content content, Guard.Unpacked unpacked, Articles articles) throws IOException {
    String name = content.path();
    if (!Formats.ending(name).equals("gz")) {
      plain(content, name, articles);
      return;
    }
    InputStream unzipped = Gunzip.of(content.stream(), limits, unpacked);
    plain(content.with(unzipped), Formats.stem(name), articles);
  }

  private void plain(Content content, String name, Articles articles) throws IOException {
    if (ARCHIVES.contains(Formats.ending(name))) {
      throw new BadFileException("is an archive inside an archive");
    }
    Format format =
        formats.of(name).orElseThrow(() -> new BadFileException("has no ending that we read"));
    format.read(content, articles);
  }

  private void tar(
      Content content, Guard.Unpacked unpacked, Articles articles, boolean isCompressed)
      throws IOException {
    InputStream stream =
        isCompressed ? Gunzip.of(content.stream(), limits, unpacked) : content.stream();
    new TarArchive(this, limits, unpacked).read(content.with(stream), articles);
  }
}
