package io.slugline.enrich.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Texts and times in the grouper's records. */
final class Texts {

  private Texts() {}

  static void writeAll(Collection<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) out.writeUTF(text);
  }

  static void readAll(Collection<String> texts, DataInputStream in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) texts.add(in.readUTF());
  }

  static void write(@Nullable String text, DataOutputStream out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) out.writeUTF(text.length() > 1_000 ? text.substring(0, 1_000) : text);
  }

  static @Nullable String read(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  static void writeTime(@Nullable Instant at, DataOutputStream out) throws IOException {
    out.writeBoolean(at != null);
    if (at == null) return;
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  static @Nullable Instant readTime(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }
}
