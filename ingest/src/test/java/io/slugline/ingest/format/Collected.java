package io.slugline.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Remembers what was found in a file. */
final class Collected implements Articles {
  private final List<FoundArticle> found = new ArrayList<>();
  private final List<String> rejections = new ArrayList<>();
  private String broken = "";

  /** Reads a file of these bytes. */
  static Collected from(Path folder, String name, byte[] bytes, Limits limits) {
    try {
      Path file = Files.write(folder.resolve(name), bytes);
      return from(file, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Collected from(Path folder, String name, byte[] bytes) {
    return from(folder, name, bytes, Limits.standard());
  }

  static Collected from(Path folder, String name, String text) {
    return from(folder, name, utf8(text));
  }

  static Collected from(Path file, Limits limits) {
    Collected collected = new Collected();
    try {
      new Containers(limits).read(file, file.getFileName().toString(), Map.of(), collected);
    } catch (IOException e) {
      collected.broken = e.toString();
    }
    return collected;
  }

  List<FoundArticle> found() {
    return found;
  }

  List<String> texts() {
    return found.stream().map(a -> new String(a.bytes(), StandardCharsets.UTF_8)).toList();
  }

  List<String> rejections() {
    return rejections;
  }

  /** Why the file could not be read to its end; empty when it could. */
  String broken() {
    return broken;
  }

  @Override
  public void found(FoundArticle article) {
    found.add(article);
  }

  @Override
  public void rejected(String reason) {
    rejections.add(reason);
  }

  @Override
  public void passedOver() {
    // Nothing to remember.
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
