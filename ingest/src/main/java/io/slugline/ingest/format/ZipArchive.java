package io.slugline.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.ChecksumVerifyingInputStream;

/** Reads a zip by its directory, member after member in the order they lie in the file. */
final class ZipArchive {
  private final Members members;
  private final Limits limits;
  private final Guard.Unpacked unpacked;

  ZipArchive(Containers containers, Limits limits, Guard.Unpacked unpacked) {
    this.members = new Members(containers, limits, unpacked);
    this.limits = limits;
    this.unpacked = unpacked;
  }

  void read(Path file, String path, Map<String, String> headers, Articles articles)
      throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        members.count();
        ZipArchiveEntry entry = entries.nextElement();
        if (entry.isDirectory() || Members.isHidden(entry.getName())) articles.passedOver();
        else member(zip, entry, new Origin(path, headers), articles);
      }
    }
  }

  private record Origin(String path, Map<String, String> headers) {}

  private void member(ZipFile zip, ZipArchiveEntry entry, Origin origin, Articles articles)
      throws IOException {
    String name = entry.getName();
    if (!zip.canReadEntryData(entry)) {
      articles.rejected(name + ": is encrypted, or packed in a way that we cannot read");
      return;
    }
    try (InputStream stream = open(zip, entry)) {
      Content content = new Content(origin.path() + "!/" + name, stream, null, origin.headers());
      members.read(content, name, articles);
    } catch (BadFileException e) {
      throw e;
    } catch (IOException e) {
      articles.rejected(name + ": is damaged: " + e.getMessage());
    }
  }

  private InputStream open(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    InputStream checked =
        new ChecksumVerifyingInputStream(
            new CRC32(), zip.getInputStream(entry), entry.getSize(), entry.getCrc());
    return new BufferedInputStream(
        new Guard(checked, entry::getCompressedSize, limits, unpacked), 1 << 16);
  }
}
