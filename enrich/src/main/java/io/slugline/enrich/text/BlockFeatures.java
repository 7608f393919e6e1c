package io.slugline.enrich.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What the block model knows of each block of a page, as a row of numbers. */
final class BlockFeatures {
  private static final int OWN = 12;
  private static final int ROW = 90;
  private static final int HIGHEST = 40;
  private static final List<String> TAGS =
      List.of(
          "p",
          "div",
          "td",
          "li",
          "a",
          "span",
          "h1",
          "h2",
          "h3",
          "h4",
          "dd",
          "dt",
          "blockquote",
          "pre",
          "body",
          "center",
          "font");

  private final List<Block> blocks;
  private final Surroundings around;
  private final Map<String, Integer> copies = new HashMap<>();
  private final Set<String> title;
  private final int heading;
  private final LineRules rules;
  private final float[][] own;
  private int first;
  private int last;

  BlockFeatures(List<Block> blocks, @Nullable Traced title, LineRules rules) {
    this.blocks = blocks;
    this.around = new Surroundings(blocks);
    this.title = new HashSet<>(List.of(Folding.words(title == null ? "" : title).split(" ")));
    this.rules = rules;
    this.own = new float[blocks.size()][];
    int found = -1;
    first = blocks.size();
    last = -1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      copies.merge(Folding.line(block.text()), 1, Integer::sum);
      own[i] = own(block);
      if (found < 0 && title != null && block.text().rawStart() == title.rawStart()) found = i;
      if (!Surroundings.isRunning(block)) continue;
      first = Math.min(first, i);
      last = i;
    }
    heading = found;
  }

  /** One row for each block. */
  float[][] rows() {
    float[][] rows = new float[blocks.size()][];
    int before = 0;
    for (int i = 0; i < rows.length; i++) {
      Row row = new Row(ROW);
      for (int near = -2; near <= 2; near++) row.all(at(i + near));
      position(row, i, before);
      container(row, blocks.get(i));
      names(row, blocks.get(i));
      wording(row, blocks.get(i));
      rows[i] = row.done();
      if (Surroundings.isRunning(blocks.get(i))) before += blocks.get(i).words();
    }
    return rows;
  }

  private float[] at(int index) {
    return index < 0 || index >= own.length ? new float[OWN] : own[index];
  }

  private static float[] own(Block block) {
    Traced text = block.text();
    int lower = 0;
    int upper = 0;
    int digits = 0;
    int commas = 0;
    int stops = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c) && (i == 0 || text.charAt(i - 1) == ' ')) lower++;
      if (Character.isUpperCase(c)) upper++;
      if (Character.isDigit(c)) digits++;
      if (c == ',') commas++;
      if (c == '.' || c == '!' || c == '?') stops++;
    }
    float words = block.words();
    float length = block.length();
    char end = text.charAt(text.length() - 1);
    return new float[] {
      words,
      length / words,
      (float) block.linkDensity(),
      lower / words,
      upper / length,
      digits / length,
      commas / words,
      stops / words,
      ".!?\"”’".indexOf(end) >= 0 ? 1 : 0,
      end == ':' || end == '»' || end == '>' ? 1 : 0,
      TAGS.indexOf(block.holder().normalName()),
      block.isHeading() ? 1 : 0
    };
  }

  private void position(Row row, int at, int before) {
    row.put(at / (float) blocks.size());
    row.put(share(before, around.page().running));
    row.put(heading < 0 ? -999 : at - heading);
    row.put(at - first);
    row.put(last - at);
    row.put(blocks.size());
    row.put(around.page().running);
    row.put(share(around.page().running, around.page().words));
    row.put(heading >= 0 ? 1 : 0);
  }

  private void container(Row row, Block block) {
    Element at = block.holder();
    for (int level = 0; level < 4; level++) {
      Surroundings.Sums sums = around.of(at);
      row.put(share(sums.running, around.page().running));
      row.put((float) sums.linkDensity());
      row.put(share(sums.running, sums.words));
      if (level < 3) row.put(sums.paragraphs);
      Element parent = at.parent();
      if (parent != null) at = parent;
    }
    Surroundings.Sums alike = around.alike(block);
    row.put(share(alike.running, around.page().running));
    row.put(alike.blocks);
    row.put((float) alike.linkDensity());
    row.put(distance(block.holder()));
  }

  // How many elements up from the block the one with most of the text is met; 99: not at all.
  private int distance(Element holder) {
    int steps = 0;
    for (Element at = holder; at != null && steps < HIGHEST; at = at.parent(), steps++) {
      if (at == around.best()) return steps;
    }
    return 99;
  }

  private void names(Row row, Block block) {
    int nearest = 99;
    int bad = 0;
    int good = 0;
    int all = 0;
    int own = 0;
    int level = 0;
    int list = 0;
    for (Element at = block.holder(); at != null && level < HIGHEST; at = at.parent(), level++) {
      int hints = around.hints(at);
      if ((hints & NameHints.BAD_HINT) != 0) {
        bad++;
        nearest = Math.min(nearest, level);
      }
      if ((hints & NameHints.GOOD_HINT) != 0 && !at.normalName().equals("body")) good++;
      if (level < 2) own |= hints;
      all |= hints;
      String tag = at.normalName();
      if (tag.equals("li") || tag.equals("ul") || tag.equals("ol") || tag.equals("form")) list++;
    }
    row.put(bad);
    row.put(good);
    row.put(nearest);
    row.put(all & NameHints.COMMENT_HINT);
    row.put(all & NameHints.CREDIT_HINT);
    row.put(own);
    row.put(list);
    row.put(level);
  }

  private void wording(Row row, Block block) {
    Line line = Line.of(block.text(), 0);
    row.put(rules.ruleFor(line) != null ? 1 : 0);
    row.put(Math.min(9, copies.getOrDefault(line.folded(), 1)));
    String[] words = Folding.words(block.text()).split(" ");
    int shared = 0;
    for (String word : words) if (title.contains(word)) shared++;
    row.put(share(shared, words.length));
    row.put(line.folded().indexOf('©') >= 0 || line.folded().contains("copyright") ? 1 : 0);
    row.put(Dates.within(block.text()) != null ? 1 : 0);
    row.put(line.isParagraph() ? 1 : 0);
  }

  private static float share(int part, int whole) {
    return whole == 0 ? 0 : part / (float) whole;
  }

  /** A row while it is filled. */
  private static final class Row {
    private final float[] values;
    private int used;

    Row(int most) {
      values = new float[most + 30];
    }

    void put(float value) {
      values[used++] = value;
    }

    void all(float[] more) {
      for (float value : more) put(value);
    }

    float[] done() {
      return Arrays.copyOf(values, used);
    }
  }
}
