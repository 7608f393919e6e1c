package io.slugline.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads a tar from front to back. */
final class TarArchive {
  private final Members members;

  TarArchive(Containers containers, Limits limits, Guard.Unpacked unpacked) {
    this.members = new Members(containers, limits, unpacked);
  }

  void read(Content archive, Articles articles) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(archive.stream())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        members.count();
        if (!entry.isFile() || Members.isHidden(entry.getName())) articles.passedOver();
        else member(tar, entry.getName(), archive, articles);
      }
    }
  }

  private void member(TarArchiveInputStream tar, String name, Content archive, Articles articles)
      throws IOException {
    String path = archive.path() + "!/" + name;
    members.read(new Content(path, new Kept(tar), null, archive.headers()), name, articles);
  }

  /** The archive goes on behind a member: what closes the member must not close it. */
  private static final class Kept extends FilterInputStream {
    Kept(InputStream stream) {
      super(stream);
    }

    @Override
    public void close() {
      // The archive closes itself.
    }
  }
}
