package io.slugline.enrich.text;

import io.slugline.contract.SourceLines;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
 *
 * <p>It reads its shelf when it is made and only writes to it afterwards: nobody else may write
 * there meanwhile.
 */
public final class LineMemory {
  private static final int HORIZON = 240;
  private static final int MOST_KNOWN = 400;
  private static final int LONG = 60;
  private static final int SELDOM = 50;
  private static final int OFTEN = 16;

  /** What it takes by itself, in lines. */
  private static final int OWN_SIZE = 30;

  private final String source;
  private final LineShelf shelf;
  private final LineTable table;
  private Standing standing;

  public LineMemory(String source, LineShelf shelf) {
    this.source = source;
    this.shelf = shelf;
    this.table = new LineTable(shelf);
    this.standing = Standing.of(shelf.get(LineForm.STANDING));
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
      return new Standing(buffer.getInt(), buffer.getInt(), buffer.getInt(), LineForm.rest(buffer));
    }

    byte[] toBytes() {
      return LineForm.bytes(articles, reviewed, version, known);
    }

    Standing next() {
      return new Standing(articles + 1, reviewed, version, known);
    }

    /** At each article of the first ones, later at some. */
    boolean isReviewDue() {
      return articles - reviewed >= Math.min(SELDOM, 1 + articles / OFTEN);
    }
  }

  /** A line of an article, and what was known of it before; null for nothing. */
  private record Line(String text, long fingerprint, @Nullable SeenLine seen) {}

  /** How many lines it holds, with some for itself. */
  public int size() {
    return OWN_SIZE + table.size();
  }

  /**
   * Learns from one more article.
   *
   * @param lines all its lines, folded
   * @param published tells the latest version that others know of; 0 for none
   * @return the new version, when what is repeated has changed
   */
  public Optional<SourceLines> learn(List<String> lines, Instant arrivedAt, IntSupplier published) {
    List<Line> distinct = new ArrayList<>(lines.size());
    for (String line : new LinkedHashSet<>(lines)) if (!line.isEmpty()) distinct.add(look(line));
    if (distinct.isEmpty() || isRepeat(distinct)) return Optional.empty();
    // First, so that after a failure no other article takes its number, and the list's place.
    keep(standing.next());
    remember(distinct);
    return standing.isReviewDue() ? review(arrivedAt, published) : Optional.empty();
  }

  private Line look(String line) {
    long fingerprint = LineForm.fingerprint(line);
    return new Line(line, fingerprint, table.find(fingerprint));
  }

  private static boolean isRepeat(List<Line> lines) {
    int texts = 0;
    int old = 0;
    for (Line line : lines) {
      if (line.text().length() < LONG) continue;
      texts++;
      if (line.seen() != null) old++;
    }
    return texts > 0 && old * 2 > texts;
  }

  private void keep(Standing standing) {
    shelf.put(LineForm.STANDING, standing.toBytes());
    this.standing = standing;
  }

  private void remember(List<Line> lines) {
    int number = standing.articles();
    table.putFirst(
        number,
        lines.stream().filter(line -> line.seen() == null).mapToLong(Line::fingerprint).toArray());
    for (Line line : lines) {
      SeenLine seen = line.seen();
      if (seen != null) table.put(line.fingerprint(), seen.again(number, line.text()));
    }
  }

  private Optional<SourceLines> review(Instant arrivedAt, IntSupplier published) {
    int number = standing.articles();
    table.letGo(number - HORIZON);
    List<String> lines = repeated(number);
    String known =
        lines.isEmpty() ? "" : LineForm.hex(LineForm.fingerprint(String.join("\n", lines)));
    if (known.equals(standing.known())) {
      keep(new Standing(number, number, standing.version(), known));
      return Optional.empty();
    }
    int version = Math.max(standing.version(), published.getAsInt()) + 1;
    keep(new Standing(number, number, version, known));
    return Optional.of(new SourceLines(source, version, number, lines, arrivedAt));
  }

  /** What is repeated now, sorted. */
  private List<String> repeated(int number) {
    return table.seenAgain().stream()
        .filter(line -> line.isRepeated(number))
        .sorted(Comparator.comparing(SeenLine::articles).reversed().thenComparing(SeenLine::text))
        .limit(MOST_KNOWN)
        .map(SeenLine::text)
        .sorted()
        .toList();
  }
}
