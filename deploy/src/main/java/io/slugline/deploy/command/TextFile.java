package io.slugline.deploy.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text in UTF-8 that a command reads, gzipped or not, whatever its name says. */
public final class TextFile {
  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  public static BufferedReader open(Path file) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), 2);
    byte[] magic = bytes.readNBytes(2);
    bytes.unread(magic);
    boolean gzipped = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    InputStream text = gzipped ? new GZIPInputStream(bytes, BUFFER) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }
}
