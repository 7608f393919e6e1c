package io.slugline.ingest.format;

/**
 * How much one file may ask of us.
 *
 * @param articleBytes largest article that is published
 * @param documentBytes largest XML document, which is held in memory while it is split
 * @param ratio how many times its compressed size a file may unfold to, once it is past a megabyte
 * @param entries how many members an archive may have
 * @param unpackedBytes to how much an archive or compressed file may unfold
 */
public record Limits(
    int articleBytes, int documentBytes, int ratio, int entries, long unpackedBytes) {

  /** Ten megabytes an article; an archive of web pages packs 5 to 20 times, a bomb 1,000 times. */
  public static Limits standard() {
    return new Limits(10 << 20, 100 << 20, 200, 100_000, 16L << 30);
  }
}
