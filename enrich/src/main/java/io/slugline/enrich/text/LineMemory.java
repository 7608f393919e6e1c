package io.slugline.enrich.text;

import io.slugline.contract.SourceLines;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Learns, article by article, which lines a source repeats, and gives a new version of them when
 * that has changed.
 *
 * <p>A line counts once for each article. An article most of whose lines were seen before is a
 * repeat or a revision of another one and teaches nothing; else the third revision of a text would
 * make all of it noise. A line that was not seen for {@value #HORIZON} articles is forgotten, so
 * that what is kept is bounded; of a line that is no repeated one, only a fingerprint is.
 */
public final class LineMemory {
  private static final String STANDING = "standing";
  private static final int HORIZON = 240;
  private static final int MOST_KNOWN = 400;
  private static final int FEWEST = 3;
  private static final int RARE = 60;
  private static final int LONG = 60;
  private static final int SELDOM = 50;
  private static final int OFTEN = 16;
  private static final int FINGERPRINT = 16;

  private final String source;
  private final LineShelf shelf;

  public LineMemory(String source, LineShelf shelf) {
    this.source = source;
    this.shelf = shelf;
  }

  /**
   * How far it has come.
   *
   * @param articles how many taught something
   * @param reviewed how many had at the last look at what is repeated
   * @param version of what was found then; 0 for none
   * @param known fingerprint of that; empty for none
   */
  private record Standing(int articles, int reviewed, int version, String known) {

    static Standing of(byte @Nullable [] bytes) {
      if (bytes == null) return new Standing(0, 0, 0, "");
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new Standing(buffer.getInt(), buffer.getInt(), buffer.getInt(), rest(buffer));
    }

    byte[] toBytes() {
      return bytes(articles, reviewed, version, known);
    }

    /** At each article of the first ones, later at some. */
    boolean isReviewDue() {
      return articles - reviewed >= Math.min(SELDOM, 1 + articles / OFTEN);
    }
  }

  /**
   * A line.
   *
   * @param articles how many it was in
   * @param first number of the first of them
   * @param last number of the last of them
   * @param text what it says; empty as long as it was in few
   */
  private record Seen(int articles, int first, int last, String text) {

    static Seen of(byte[] bytes) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new Seen(buffer.getInt(), buffer.getInt(), buffer.getInt(), rest(buffer));
    }

    byte[] toBytes() {
      return bytes(articles, first, last, text);
    }

    Seen again(int number, String line) {
      return new Seen(articles + 1, first, number, articles + 1 < FEWEST ? "" : line);
    }

    boolean isRepeated(int number) {
      return articles >= Math.max(FEWEST, (number - first + 1) / RARE);
    }
  }

  /**
   * Learns from one more article.
   *
   * @param lines all its lines, folded
   * @param published tells the latest version that others know of; 0 for none
   * @return the new version, when what is repeated has changed
   */
  public Optional<SourceLines> learn(List<String> lines, Instant arrivedAt, IntSupplier published) {
    Map<String, Optional<Seen>> distinct = new LinkedHashMap<>();
    for (String line : lines) {
      if (!line.isEmpty()) distinct.computeIfAbsent(line, this::seen);
    }
    if (distinct.isEmpty() || isRepeat(distinct)) return Optional.empty();
    Standing before = Standing.of(shelf.get(STANDING));
    int number = before.articles() + 1;
    distinct.forEach(
        (line, seen) ->
            shelf.put(
                fingerprint(line),
                seen.map(known -> known.again(number, line))
                    .orElse(new Seen(1, number, number, ""))
                    .toBytes()));
    Standing now = new Standing(number, before.reviewed(), before.version(), before.known());
    return now.isReviewDue() ? review(now, arrivedAt, published) : keep(now);
  }

  private Optional<Seen> seen(String line) {
    return Optional.ofNullable(shelf.get(fingerprint(line))).map(Seen::of);
  }

  private static boolean isRepeat(Map<String, Optional<Seen>> lines) {
    int texts = 0;
    int old = 0;
    for (Map.Entry<String, Optional<Seen>> line : lines.entrySet()) {
      if (line.getKey().length() < LONG) continue;
      texts++;
      if (line.getValue().isPresent()) old++;
    }
    return texts > 0 && old * 2 > texts;
  }

  private Optional<SourceLines> keep(Standing standing) {
    shelf.put(STANDING, standing.toBytes());
    return Optional.empty();
  }

  private Optional<SourceLines> review(
      Standing standing, Instant arrivedAt, IntSupplier published) {
    int number = standing.articles();
    List<String> lines = repeated(number);
    String known = lines.isEmpty() ? "" : fingerprint(String.join("\n", lines));
    if (known.equals(standing.known())) {
      return keep(new Standing(number, number, standing.version(), known));
    }
    int version = Math.max(standing.version(), published.getAsInt()) + 1;
    keep(new Standing(number, number, version, known));
    return Optional.of(new SourceLines(source, version, number, lines, arrivedAt));
  }

  /** What is repeated now, sorted; what was not seen for long is let go. */
  private List<String> repeated(int number) {
    List<String> old = new ArrayList<>();
    List<Seen> repeated = new ArrayList<>();
    shelf.each(
        (key, bytes) -> {
          if (key.equals(STANDING)) return;
          Seen line = Seen.of(bytes);
          if (number - line.last() > HORIZON) old.add(key);
          else if (line.isRepeated(number)) repeated.add(line);
        });
    old.forEach(shelf::delete);
    return repeated.stream()
        .sorted(Comparator.comparing(Seen::articles).reversed().thenComparing(Seen::text))
        .limit(MOST_KNOWN)
        .map(Seen::text)
        .sorted()
        .toList();
  }

  private static byte[] bytes(int first, int second, int third, String rest) {
    byte[] text = rest.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(3 * Integer.BYTES + text.length)
        .putInt(first)
        .putInt(second)
        .putInt(third)
        .put(text)
        .array();
  }

  private static String rest(ByteBuffer buffer) {
    return StandardCharsets.UTF_8.decode(buffer).toString();
  }

  private static String fingerprint(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
