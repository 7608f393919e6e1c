package io.slugline.enrich.name;

/** 64-bit keys of words and predicates, so that the decoder makes and compares no strings. */
final class Hashes {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Hashes() {}

  static long of(CharSequence text, int start, int end) {
    long hash = end - start;
    for (int at = start; at < end; at++) hash = (hash ^ text.charAt(at)) * PRIME ^ hash >>> 29;
    return finish(hash);
  }

  static long of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /** Joins a part to a key; order matters. */
  static long join(long key, long part) {
    long joined = (key ^ part) * PRIME;
    return joined ^ joined >>> 31;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
    long key = mixed ^ mixed >>> 33;
    // 0 says "absent" wherever keys are kept.
    return key == 0 ? 1 : key;
  }
}
