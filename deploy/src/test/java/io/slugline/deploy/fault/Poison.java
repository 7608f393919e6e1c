package io.slugline.deploy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that hold no article, or hide one that nobody can read: one of each kind, by name. */
final class Poison {
  private Poison() {}

  static Map<String, byte[]> ofEachKind() throws IOException {
    byte[] noise = new byte[4096];
    new Random(1).nextBytes(noise);
    byte[] packed = gzip("A text that is cut off. ".repeat(500).getBytes(UTF_8));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty.txt", new byte[0]);
    files.put("noise.txt", noise);
    files.put("noise.html", noise);
    files.put("noise.zip", noise);
    files.put("noise.warc", noise);
    files.put("unknown.exe", noise);
    files.put("cut.txt.gz", Arrays.copyOf(packed, packed.length / 2));
    files.put("bomb.txt.gz", gzip(new byte[64 << 20]));
    files.put("large.txt", "A long day. ".repeat(1 << 20).getBytes(UTF_8));
    files.put("half.json", utf8("{\"title\": \"Half an arti"));
    files.put("bare.json", utf8("{\"title\": \"No text\"}"));
    files.put("deep.json", utf8("[".repeat(100_000)));
    files.put("number.json", utf8("17"));
    files.put("lines.jsonl", utf8("{\"title\": \"No text\"}\n{\"tit\n\n17\n"));
    files.put(
        "outside.xml",
        utf8(
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><rss><item>&b;</item></rss>"));
    files.put("half.xml", utf8("<rss><channel><item><title>Half"));
    files.put("other.xml", utf8("<recipe><egg/></recipe>"));
    files.put("climbing.zip", zip("../../climbed.txt", utf8("An article that climbs out.")));
    files.put("nested.zip", zip("inner.zip", zip("inner.txt.gz", noise)));
    return files;
  }

  /** So many articles without a text: nobody can read them, and each is a dead letter. */
  static byte[] letters(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("{\"id\": \"letter").append(i).append("\", \"title\": \"No text\"}\n");
    }
    return utf8(lines.toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
