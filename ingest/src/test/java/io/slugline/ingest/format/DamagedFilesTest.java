package io.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is read to an end, and to the same end each time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTest {
  private static final int DAMAGES = 150;
  private static final Limits LIMITS = new Limits(1 << 16, 1 << 20, 200, 100, 1 << 24);

  @TempDir Path folder;

  @Test
  void damageAnywhereIsSurvivedAndTheSameArticlesComeTwice() throws IOException {
    Random random = new Random(11);
    for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
      for (int i = 0; i < DAMAGES; i++) {
        Path file = folder.resolve(sample.getKey());
        Files.write(file, damaged(sample.getValue(), random));

        String first = outcome(file);
        String again = outcome(file);

        assertThat(again).as("%s, damage %d", sample.getKey(), i).isEqualTo(first);
      }
    }
  }

  @Test
  void aFeedOfManyItemsIsReadInOnePass() throws IOException {
    String items = "<item><title>t</title></item>\n".repeat(50_000);
    Path file = folder.resolve("a.xml");
    Files.writeString(file, "<rss><channel>" + items + "</channel></rss>");

    Collected found = Collected.from(file, Limits.standard());

    assertThat(found.found()).hasSize(50_000);
  }

  @Test
  void aTagOfMegabytesIsReadInOnePass() throws IOException {
    Path file = folder.resolve("a.xml");
    Files.writeString(file, "<rss " + "a".repeat(4 << 20) + "><channel/></rss>");

    Collected found = Collected.from(file, Limits.standard());

    assertThat(found.found()).isEmpty();
  }

  private static String outcome(Path file) {
    try {
      Collected found = Collected.from(file, LIMITS);
      return found.texts() + " " + found.rejections() + " " + found.broken();
    } catch (RuntimeException e) {
      return e.toString(); // the pipeline rejects the file with this reason
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    if (random.nextInt(4) == 0) return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    byte[] damaged = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static Map<String, byte[]> samples() throws IOException {
    byte[] rss =
        Collected.utf8(
            "<?xml version='1.0'?><!DOCTYPE rss><rss xmlns:a='b'><channel><title>x &amp; y</title>"
                + "<item a:c=\"d\"><b><![CDATA[<e>]]></b></item><!-- f --><item/></channel></rss>");
    byte[] json = Collected.utf8("[{\"a\":\"b\\\"\"},{\"c\":[1,2]}]");
    byte[] lines = Collected.utf8("{\"a\":1}\n{\"b\":\"é\"}\r\n\n");
    byte[] warc =
        Collected.utf8(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                + "WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: http://a/\r\n"
                + "Content-Type: application/http\r\nContent-Length: 51\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n\r\n");
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("a.xml", rss);
    samples.put("a.json", json);
    samples.put("a.jsonl", lines);
    samples.put("a.warc", warc);
    samples.put("a.xml.gz", Collected.gzip(rss));
    samples.put("a.zip", zip(Map.of("a.xml", rss, "b.jsonl", lines)));
    return samples;
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
