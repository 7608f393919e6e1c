package io.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
  private static final Limits SMALL = new Limits(10 << 20, 100 << 20, 200, 3, (4 << 20) - 1);

  @TempDir Path folder;

  @Test
  void aGzippedFileIsReadByTheEndingBeforeGz() {
    Collected found =
        Collected.from(folder, "a.html.gz", Collected.gzip(Collected.utf8("<p>text</p>")));

    assertThat(found.texts()).containsExactly("<p>text</p>");
    assertThat(found.found().get(0).mediaType()).isEqualTo("text/html");
    assertThat(found.found().get(0).path()).isEqualTo("a.html.gz");
  }

  @Test
  void gzipMembersOneAfterAnotherAreReadAsOne() {
    byte[] one = Collected.gzip(Collected.utf8("{\"a\":1}\n"));
    byte[] two = Collected.gzip(Collected.utf8("{\"a\":2}\n"));
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);

    Collected found = Collected.from(folder, "a.jsonl.gz", both);

    assertThat(found.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void aTruncatedGzipPublishesNoHalfArticle() {
    byte[] packed = Collected.gzip(Collected.utf8("A text, and more of it.".repeat(50)));

    Collected found = Collected.from(folder, "a.txt.gz", Arrays.copyOf(packed, packed.length - 9));

    assertThat(found.found()).isEmpty();
    assertThat(found.broken()).isNotEmpty();
  }

  @Test
  void aDamagedGzipPublishesNothing() {
    byte[] packed = Collected.gzip(Collected.utf8("A text, and more of it."));
    packed[packed.length - 6] ^= 1; // its checksum

    assertThat(Collected.from(folder, "a.txt.gz", packed).broken()).contains("corrupt");
    assertThat(Collected.from(folder, "b.txt.gz", "no gzip").broken()).contains("format");
    assertThat(Collected.from(folder, "c.txt.gz", new byte[0]).broken()).isNotEmpty();
  }

  @Test
  void everyMemberOfAZipIsReadByItsEnding() throws IOException {
    byte[] zip =
        zip(
            "x/a.txt", Collected.utf8("text"),
            "b.jsonl.gz", Collected.gzip(Collected.utf8("{}\n{}\n")),
            ".hidden.txt", Collected.utf8("none"),
            "__MACOSX/a.txt", Collected.utf8("none"));

    Collected found = Collected.from(folder, "all.zip", zip);

    assertThat(found.texts()).containsExactly("text", "{}", "{}");
    assertThat(found.found().get(0).path()).isEqualTo("all.zip!/x/a.txt");
    assertThat(found.found().get(1).path()).isEqualTo("all.zip!/b.jsonl.gz");
    assertThat(found.rejections()).isEmpty();
  }

  @Test
  void aBadMemberIsOneRejectionAndTheNextIsRead() throws IOException {
    byte[] zip =
        zip(
            "a.json", Collected.utf8("none"),
            "logo.png", Collected.utf8("none"),
            "inner.zip", zip("a.txt", Collected.utf8("x")),
            "b.txt.gz", Collected.utf8("no gzip"),
            "c.txt", Collected.utf8("text"));

    Collected found = Collected.from(folder, "all.zip", zip);

    assertThat(found.texts()).containsExactly("text");
    assertThat(found.rejections()).hasSize(4);
    assertThat(found.rejections().get(0)).startsWith("a.json: is not JSON");
    assertThat(found.rejections().get(1)).isEqualTo("logo.png: has no ending that we read");
    assertThat(found.rejections().get(2)).isEqualTo("inner.zip: is an archive inside an archive");
    assertThat(found.rejections().get(3)).startsWith("b.txt.gz: is damaged");
  }

  @Test
  void aTruncatedZipIsRefused() throws IOException {
    byte[] zip = zip("a.txt", Collected.utf8("text"), "b.txt", Collected.utf8("text"));

    Collected found = Collected.from(folder, "all.zip", Arrays.copyOf(zip, zip.length - 30));

    assertThat(found.found()).isEmpty();
    assertThat(found.broken()).isNotEmpty();
  }

  @Test
  void aMemberWhoseChecksumIsWrongIsRejected() throws IOException {
    byte[] zip = stored("a.txt", "some text");
    int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("some text");
    zip[at] = 'S';

    Collected found = Collected.from(folder, "all.zip", zip);

    assertThat(found.found()).isEmpty();
    assertThat(found.rejections()).hasSize(1);
    assertThat(found.rejections().get(0)).startsWith("a.txt: is damaged");
  }

  @Test
  void aZipBombIsGivenUpAtAMegabyte() throws IOException {
    byte[] zip = zip("a.txt", new byte[8 << 20]);

    Collected found = Collected.from(folder, "bomb.zip", zip);

    assertThat(zip.length).isLessThan(10_000);
    assertThat(found.found()).isEmpty();
    assertThat(found.broken()).contains("a.txt", "taken for a zip bomb");
  }

  @Test
  void aGzipBombIsGivenUpAtAMegabyte() {
    Collected found = Collected.from(folder, "a.txt.gz", Collected.gzip(new byte[8 << 20]));

    assertThat(found.found()).isEmpty();
    assertThat(found.broken()).contains("taken for a zip bomb");
  }

  @Test
  void manyMembersThatUnfoldToTooMuchTogetherAreGivenUp() throws IOException {
    byte[] noise = new byte[2 << 20];
    new java.util.Random(7).nextBytes(noise);

    Collected found =
        Collected.from(
            folder, "all.zip", zip("a.txt", noise, "b.txt", noise, "c.txt", noise), SMALL);

    assertThat(found.found()).hasSize(1);
    assertThat(found.broken()).contains("b.txt", "unfolds to more than");
  }

  @Test
  void anArchiveWithTooManyMembersIsGivenUp() throws IOException {
    byte[] text = Collected.utf8("x");

    Collected found =
        Collected.from(
            folder,
            "all.zip",
            zip("a.txt", text, "b.txt", text, "c.txt", text, "d.txt", text),
            SMALL);

    assertThat(found.broken()).contains("more than 3 members");
  }

  @Test
  void tarsAreReadGzippedOrNot() throws IOException {
    byte[] tar = tar("a.txt", "text", "b/c.jsonl", "{}\n{}");

    Collected plain = Collected.from(folder, "all.tar", tar);
    Collected packed = Collected.from(folder, "all.tar.gz", Collected.gzip(tar));

    assertThat(plain.texts()).containsExactly("text", "{}", "{}");
    assertThat(plain.found().get(1).path()).isEqualTo("all.tar!/b/c.jsonl");
    assertThat(packed.texts()).isEqualTo(plain.texts());
  }

  @Test
  void whatHasNoEndingOfOursIsRefused() {
    assertThat(Collected.from(folder, "a.pdf", "x").broken()).contains("no ending that we read");
    assertThat(Collected.from(folder, "README", "x").broken()).contains("no ending that we read");
    assertThat(Collected.from(folder, "a.txt", "").broken()).contains("is empty");
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] stored(String name, String text) throws IOException {
    byte[] content = Collected.utf8(text);
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] content = Collected.utf8(namesAndTexts[i + 1]);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
