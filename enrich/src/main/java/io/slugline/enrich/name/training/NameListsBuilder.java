package io.slugline.enrich.name.training;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Gathers listed names as fingerprints and writes them. */
public final class NameListsBuilder {
  private final TreeMap<Long, Integer> kinds = new TreeMap<>();

  public void add(long fingerprint, int kind) {
    kinds.merge(fingerprint, 1 << kind, (first, second) -> first | second);
  }

  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(stream, 1 << 16), 1 << 16))) {
      out.writeInt(kinds.size());
      long before = 0;
      for (Map.Entry<Long, Integer> entry : kinds.entrySet()) {
        out.writeInt((int) (entry.getKey() - before));
        out.writeByte(entry.getValue());
        before = entry.getKey();
      }
    }
  }
}
